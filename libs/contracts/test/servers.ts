import { randomUUID } from 'node:crypto';
import { createKafka } from '@offset-zero/kafka';
import type { RecordSchema } from '../src/schema.ts';
import { type Topic, topic } from '../src/topic.ts';

const { KAFKA_BROKERS, REGISTRY_URL } = process.env;
if (!KAFKA_BROKERS || !REGISTRY_URL) throw new Error('the integration tests need KAFKA_BROKERS and REGISTRY_URL');

export const registryUrl = REGISTRY_URL;
export const kafka = createKafka({ brokers: KAFKA_BROKERS.split(','), clientId: 'contracts-int' });

const mine = new Set<string>();

/** Removes what the tests of this file have made of `ownTopic`s, and of other names that begin as given. */
export async function removeOwnTopics(...alsoBeginningWith: string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const isMine = (name: string) => mine.has(name) || alsoBeginningWith.some((start) => name.startsWith(start));
    const topics = (await admin.listTopics()).filter(isMine);
    if (topics.length > 0) await admin.deleteTopics({ topics });
  } finally {
    await admin.disconnect();
  }
}

/** A whole-value topic of one's own, whose record has the given schema. */
export function ownTopic(current: RecordSchema, name = `own-${randomUUID()}`): Topic {
  mine.add(name);
  return topic<Record<string, object>>({
    name,
    kind: 'whole-value',
    key: 'id',
    owner: 'nobody',
    summary: '',
    schemas: { [current.name]: { current, released: [current] } },
  });
}

export const thing = (...fields: RecordSchema['fields']): RecordSchema => ({
  type: 'record',
  name: 'Thing',
  namespace: `shop.test.t${randomUUID().replaceAll('-', '')}`,
  fields: [{ name: 'id', type: 'string' }, ...fields],
});
