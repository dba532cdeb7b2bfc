import { setTimeout as sleep } from 'node:timers/promises';
import { relayTopic, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Kafka, readLog } from '@offset-zero/kafka';
import { withRelay } from '@offset-zero/platform/manifests.process';
import type { World } from './world.process.ts';

export type Compaction = 'held' | 'aggressive';

const TOPIC_RESOURCE = 2;
const DAY = '86400000';

/** Nothing is compacted during a run: then a missing version is a lost one. */
const HELD = { 'min.compaction.lag.ms': DAY, 'max.compaction.lag.ms': DAY, 'segment.ms': DAY };

/** Every second something is. Tombstones stay as long as the table of topics says: by that a reader judges its absence. */
const AGGRESSIVE = { 'segment.ms': '1000', 'min.cleanable.dirty.ratio': '0.001', 'max.compaction.lag.ms': '1000' };

interface Compacted {
  name: string;
  partitions: number;
  config: Record<string, string>;
}

const wholeValues: Compacted[] = Object.values(topics)
  .filter(({ config }) => config['cleanup.policy'] === 'compact')
  .map(({ name, partitions, config }: Topic) => ({ name, partitions, config }));

/** Has the broker compact the whole-value topics, and the relays' own, as this run wants it. */
export async function setCompaction(world: World, compaction: Compaction): Promise<void> {
  const settings = compaction === 'held' ? HELD : AGGRESSIVE;
  const relays = compaction === 'held' ? [] : withRelay(world.apps).map((name) => relayTopic(name));
  await alter(kafkaOf(world), [...wholeValues, ...relays], settings);
}

/**
 * Waits until every old value is gone from the whole-value topics. Throws at the deadline. Tombstones stay: the broker
 * writes into a batch how long they are kept when it first compacts it, and nothing shortens that.
 */
export async function compactAll(world: World, deadline: number): Promise<void> {
  const kafka = kafkaOf(world);
  for (const topic of wholeValues) {
    for (let left = await superfluous(kafka, topic); left > 0; left = await superfluous(kafka, topic)) {
      if (Date.now() > deadline) throw new Error(`${left} old records of ${topic.name} were never compacted`);
      await closeSegments(kafka, topic);
      await sleep(1_000);
    }
  }
}

const kafkaOf = (world: World): Kafka => createKafka({ brokers: world.brokers, clientId: 'chaos' });

async function alter(kafka: Kafka, altered: Compacted[], settings: Record<string, string>): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const resources = altered.map(({ name, config }) => ({
      type: TOPIC_RESOURCE,
      name,
      configEntries: Object.entries({ ...config, ...settings }).map(([key, value]) => ({ name: key, value })),
    }));
    await admin.alterConfigs({ validateOnly: false, resources });
  } finally {
    await admin.disconnect();
  }
}

async function superfluous(kafka: Kafka, { name }: Compacted): Promise<number> {
  const log = await readLog(kafka, name);
  return log.length - new Set(log.map(({ key }) => key)).size;
}

/** Only closed segments are compacted, and something new closes them: an aborted transaction, which nobody ever sees. */
async function closeSegments(kafka: Kafka, { name, partitions }: Compacted): Promise<void> {
  const producer = kafka.producer({ transactionalId: `chaos-${name}`, idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  try {
    const transaction = await producer.transaction();
    const messages = Array.from({ length: partitions }, (_, partition) => ({ partition, key: 'chaos', value: null }));
    await transaction.send({ topic: name, messages });
    await transaction.abort();
  } finally {
    await producer.disconnect();
  }
}
