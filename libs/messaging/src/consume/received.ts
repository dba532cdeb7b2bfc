import { headersOf, type KafkaMessage } from '@offset-zero/kafka';
import type { Message } from '../message.ts';

/** Why a message cannot be handled. */
export interface Fault {
  code: string;
  error: string;
  /** What is missing, where the code is `waits-for`. */
  waitsFor?: string;
}

/** What of a Kafka message is kept when it is parked. */
export type Raw = Pick<KafkaMessage, 'key' | 'value' | 'headers' | 'timestamp' | 'offset'>;

/** A message of the log. Of its headers only those that somebody asks for become text: there are many of both. */
export class Received implements Message {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly raw: Raw;
  record = '';
  value: object | null = null;
  /** Set when it has to be parked. */
  fault: Fault | undefined;
  /** A record that nobody here handles. */
  unhandled = false;

  constructor(topic: string, partition: number, raw: Raw) {
    this.topic = topic;
    this.partition = partition;
    this.raw = raw;
    this.offset = Number(raw.offset);
    this.key = raw.key === null ? '' : raw.key.toString();
  }

  /** The key as it came, a byte a character: other bytes than UTF-8 would become one and the same text. */
  get identity(): string {
    return this.raw.key?.toString('latin1') ?? '';
  }

  get version(): number | undefined {
    const version = this.raw.headers?.['ce_version'];
    return version === undefined ? undefined : Number(version.toString());
  }

  get id(): string {
    return this.raw.headers?.['ce_id']?.toString() ?? `${this.topic}/${this.partition}/${this.offset}`;
  }

  get time(): number {
    return Number(this.raw.timestamp);
  }

  get headers(): Record<string, string> {
    return headersOf(this.raw.headers);
  }
}
