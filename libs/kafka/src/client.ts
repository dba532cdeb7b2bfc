import type { Kafka, KafkaConfig, LogEntry, ProducerConfig } from 'kafkajs';
import { loudness } from './loudness.ts';
import { createPartitioner } from './partition.ts';
import { kafkajs } from './repairs.ts';
import { socketFactory } from './socket.process.ts';

export type KafkaLog = (level: 'error' | 'warn' | 'info' | 'debug', message: string, extra: object) => void;

export interface KafkaOptions {
  brokers: string[];
  clientId: string;
  /** Without it kafkajs says nothing. */
  log?: KafkaLog;
  /** Aborted when the app stops: kafkajs goes on talking after `disconnect()`, and is not listened to any more. */
  signal?: AbortSignal;
}

const LEVELS = { 1: 'error', 2: 'warn', 4: 'info', 5: 'debug' } as const;

const logTo =
  (log: KafkaLog | undefined, signal: AbortSignal | undefined) =>
  ({ namespace, level, log: { message, timestamp: _, logger: _name, ...extra } }: LogEntry): void => {
    if (!log || signal?.aborted || level === 0) return;
    log(loudness(LEVELS[level], message), namespace ? `[${namespace}] ${message}` : message, extra);
  };

class RepairedKafka extends kafkajs.Kafka {
  override producer(config: ProducerConfig = {}) {
    return super.producer({ createPartitioner, ...config });
  }
}

/**
 * A client of the brokers: repaired (see `repairs.ts`), partitioning by key as the Java client, giving up on a request
 * after about 5 s of retries. Connects to nothing by itself.
 */
export function createKafka(options: KafkaOptions): Kafka {
  const config: KafkaConfig = {
    brokers: options.brokers,
    clientId: options.clientId,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 10, maxRetryTime: 1_000, retries: 10 },
    socketFactory,
    logLevel: kafkajs.logLevel.INFO,
    logCreator: () => logTo(options.log, options.signal),
  };
  return new RepairedKafka(config);
}
