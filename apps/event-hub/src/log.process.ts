import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Codec, createCodec, isRegistryAwaited } from '@offset-zero/contracts';
import {
  createKafka,
  isOfKafka,
  type LogReader,
  type LogRecord,
  openReader,
  type PartitionEnds,
} from '@offset-zero/kafka';
import { Refusal, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from './settings.ts';

const LIMITS = { maxBytes: 2 ** 20, maxWaitMs: 0 };
const AGAIN = { 'Retry-After': '5' };

/** Kafka as the hub reads it: no groups, nothing committed. */
@Injectable()
export class Log implements OnApplicationShutdown {
  readonly codec: Codec;
  private readonly reader: LogReader;

  constructor(@Inject(SETTINGS) { brokers, registryUrl }: EventHubSettings) {
    this.reader = openReader(createKafka({ brokers, clientId: 'event-hub' }));
    this.codec = createCodec({ registryUrl });
  }

  ends(topic: string): Promise<PartitionEnds[]> {
    return answering(this.reader.ends(topic));
  }

  /** The offset of each partition's first record of this time (ms) or later; its end where there is none. */
  offsetsAt(topic: string, time: number): Promise<Map<number, number>> {
    return answering(this.reader.offsetsAt(topic, Math.max(0, time)));
  }

  /** Some of the committed records from `offset` on, and where to go on: `offset` again when there is nothing more. */
  async read(topic: string, partition: number, offset: number): Promise<{ records: LogRecord[]; next: number }> {
    const [read] = await answering(this.reader.read([{ topic, partition, offset }], LIMITS));
    return read ?? { records: [], next: offset };
  }

  /** Gets the codec ready to decode these. Throws `registry-unavailable`. */
  async learn(records: readonly LogRecord[]): Promise<void> {
    await this.codec.learn(records.map(({ value }) => value)).catch((error: Error) => {
      if (!isRegistryAwaited(error)) throw error;
      throw new Refusal('registry-unavailable', { detail: error.message, headers: AGAIN });
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.close();
  }
}

/** Throws `kafka-unavailable`. */
async function answering<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: Error) => {
    if (!isOfKafka(error)) throw error;
    throw new Refusal('kafka-unavailable', { detail: error.message, headers: AGAIN });
  });
}
