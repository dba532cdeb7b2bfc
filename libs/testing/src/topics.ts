import { randomUUID } from 'node:crypto';
import { createCodec, type Fact, type Records, type Topic } from '@offset-zero/contracts';
import { createKafka, createPartitioner, readLog } from '@offset-zero/kafka';
import type { Sql } from '@offset-zero/postgres';
import { eventually } from './eventually.ts';
import { servers } from './servers.ts';

export interface Published {
  key: string;
  /** The record's name; `''` for a tombstone. */
  record: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it looks for
  value: any;
  headers: Record<string, string>;
}

export interface Place {
  topic: string;
  partition: number;
  offset: number;
}

/** The topics as everybody else meets them. They must have been deployed. */
export interface TopicsInTest {
  /** Writes facts as their owner would, in this order. A fact given twice comes twice. */
  publish(...facts: Fact[]): Promise<Place[]>;
  /** What the log has under `keys`, each key's records oldest first. It is read once: ask for many keys together. */
  published<R extends Records>(topic: Topic<R>, ...keys: string[]): Promise<Published[]>;
  close(): Promise<void>;
}

export async function openTopics(): Promise<TopicsInTest> {
  const { brokers, registryUrl } = servers();
  const kafka = createKafka({ brokers, clientId: 'test' });
  const codec = createCodec({ registryUrl });
  const producer = kafka.producer({ createPartitioner, allowAutoTopicCreation: false });
  await producer.connect();
  return {
    async publish(...facts) {
      await codec.lookUp([...new Set(facts.map(({ topic }) => topic))]);
      const places: Place[] = [];
      for (const { topic, record, key, value, version } of facts) {
        const headers = { ce_id: randomUUID(), ...(version === undefined ? {} : { ce_version: String(version) }) };
        const bytes = value && codec.encode(topic, record, value);
        const messages = [{ key, value: bytes, headers }];
        const [sent] = await producer.send({ topic: topic.name, messages });
        places.push({ topic: topic.name, partition: sent!.partition, offset: Number(sent!.baseOffset) });
      }
      return places;
    },
    async published(topic, ...keys) {
      const wanted = new Set<string | null>(keys);
      const records = (await readLog(kafka, topic.name)).filter(({ key }) => wanted.has(key));
      await codec.learn(records.map(({ value }) => value));
      return records.map(({ key, value, headers }) => ({
        key: key!,
        ...(value ? codec.decode(topic as unknown as Topic, value) : { record: '', value: null }),
        headers,
      }));
    },
    close: () => producer.disconnect(),
  };
}

/** Resolves when the reactions of the service with this database have handled (or parked) what lies at these places. */
export const handled = (sql: Sql, places: Place[]): Promise<unknown> =>
  eventually(async () => {
    const reached = await sql.query<{ topic: string; partition: number; next_offset: number }>(
      'select topic, partition, next_offset from messaging.position where subscription = topic',
    );
    return places.every(({ topic, partition, offset }) =>
      reached.some((at) => at.topic === topic && at.partition === partition && at.next_offset > offset),
    );
  });
