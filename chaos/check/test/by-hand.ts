import { randomUUID } from 'node:crypto';
import { Admin, Producer } from '@platformatic/kafka';

/** Where the real servers are; `npm test` says it in the environment. */
export const servers = {
  brokers: (process.env.KAFKA_BROKERS ?? '').split(','),
  registryUrl: process.env.REGISTRY_URL ?? '',
  postgresUrl: process.env.POSTGRES_URL ?? '',
};

/** Compacts within seconds. */
const IMPATIENT = {
  'cleanup.policy': 'compact',
  'segment.ms': '1000',
  'min.cleanable.dirty.ratio': '0.01',
  'max.compaction.lag.ms': '1500',
  'delete.retention.ms': '500',
};

export interface Sent {
  key: string;
  value: Buffer | string | null;
  headers?: Record<string, string>;
  timestamp?: bigint;
}

const buffer = (part: Buffer | string): Buffer => Buffer.from(part as string);

/** A topic of one partition, and producers that write to it what they are told. */
export async function topicByHand({ compacted }: { compacted: boolean }) {
  const topic = `check-${randomUUID()}`;
  const options = { clientId: 'by-hand', bootstrapBrokers: servers.brokers };
  const admin = new Admin(options);
  const configs = Object.entries(compacted ? IMPATIENT : {}).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: [topic], partitions: 1, replicas: 1, configs });
  const producers: Producer[] = [];
  const messagesOf = (sent: Sent[]) =>
    sent.map(({ key, value, headers = {}, timestamp }) => ({
      topic,
      partition: 0,
      key: buffer(key),
      value: value === null ? undefined : buffer(value),
      headers: new Map(Object.entries(headers).map(([name, text]) => [buffer(name), buffer(text)])),
      ...(timestamp === undefined ? {} : { timestamp }),
    }));
  const producer = (transactionalId?: string): Producer => {
    const idempotent = transactionalId !== undefined;
    const made = new Producer({ ...options, idempotent, ...(idempotent ? { transactionalId } : {}) });
    producers.push(made);
    return made;
  };
  const plain = producer();
  return {
    topic,
    send: (...sent: Sent[]) => plain.send({ messages: messagesOf(sent) }),
    /** Who sends in transactions of its own, one after the other. */
    transactional(name: string) {
      const own = producer(`${topic}-${name}`);
      return async (...sent: Sent[]) => {
        const transaction = await own.beginTransaction();
        await transaction.send({ messages: messagesOf(sent) });
        return transaction;
      };
    },
    async drop() {
      await Promise.all(producers.map((each) => each.close(true)));
      await admin.deleteTopics({ topics: [topic] });
      await admin.close();
    },
  };
}
