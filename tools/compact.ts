/**
 * `npm run compact`: has a compacted topic cleaned now instead of some time in the next days. The broker cleans closed
 * segments only, and closes one when something is appended; an aborted transaction is something that no reader ever sees.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Topic, topics } from '@offset-zero/contracts';
import { type Admin, type Kafka, readLog } from '@offset-zero/kafka';
import { failClearly, shopServers } from './servers.ts';

const TOPIC_RESOURCE = 2;
const PATIENCE_MS = 120_000;
const impatient = { 'segment.ms': '1000', 'min.cleanable.dirty.ratio': '0.001', 'max.compaction.lag.ms': '1000' };

const compacted = new Map<string, Topic>(
  Object.values(topics)
    .filter(({ config }) => config['cleanup.policy'] === 'compact')
    .map((topic: Topic) => [topic.name, topic]),
);
const HELP = `npm run -s compact -- <topic>

Has the broker compact a topic now and waits until no key has an old value left.
topics: ${[...compacted.keys()].join(', ')}`;

async function setConfig(admin: Admin, name: string, config: Record<string, string>): Promise<void> {
  const configEntries = Object.entries(config).map(([key, value]) => ({ name: key, value }));
  await admin.alterConfigs({ validateOnly: false, resources: [{ type: TOPIC_RESOURCE, name, configEntries }] });
}

async function closeSegments(kafka: Kafka, topic: Topic): Promise<void> {
  const producer = kafka.producer({
    transactionalId: `compact-${topic.name}`,
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  try {
    const transaction = await producer.transaction();
    const messages = Array.from({ length: topic.partitions }, (_, partition) => ({
      partition,
      key: 'compact',
      value: null,
    }));
    await transaction.send({ topic: topic.name, messages });
    await transaction.abort();
  } finally {
    await producer.disconnect();
  }
}

/** How many records of the log are not the last of their key, and how many there are. */
async function count(kafka: Kafka, topic: Topic): Promise<{ records: number; old: number }> {
  const log = await readLog(kafka, topic.name);
  return { records: log.length, old: log.length - new Set(log.map(({ key }) => key)).size };
}

async function main(name = '', ...more: string[]): Promise<void> {
  const topic = compacted.get(name);
  if (!topic || more.length > 0) {
    const why =
      name === '' || name === '--help'
        ? []
        : [`compact takes one compacted topic, not "${[name, ...more].join(' ')}"\n`];
    for (const line of [...why, HELP]) console.log(line);
    process.exitCode = name === '--help' ? 0 : 1;
    return;
  }
  const { kafka } = shopServers('compact');
  const before = await count(kafka, topic);
  const admin = kafka.admin();
  await admin.connect();
  try {
    await setConfig(admin, topic.name, { ...topic.config, ...impatient });
    const deadline = Date.now() + PATIENCE_MS;
    for (let left = before.old; left > 0; left = (await count(kafka, topic)).old) {
      if (Date.now() > deadline)
        throw new Error(`${left} old values of ${topic.name} are still there after two minutes`);
      await closeSegments(kafka, topic);
      await pause(1_000);
    }
  } finally {
    await setConfig(admin, topic.name, topic.config);
    await admin.disconnect();
  }
  const after = await count(kafka, topic);
  console.log(
    `${topic.name}: ${before.records} records before, ${after.records} after; each key's latest value is left.`,
  );
}

await main(...process.argv.slice(2)).catch(failClearly(shopServers('compact').address));
