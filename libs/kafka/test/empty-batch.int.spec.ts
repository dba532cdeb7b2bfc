import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLog } from '../src/index.ts';
import { brokers, kafka, until } from './servers.ts';

const run = promisify(execFile);
const topic = `empty-batch-${randomUUID()}`;
const admin = kafka.admin();
const plain = kafka.producer();
const producer = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });

const IMPATIENT = {
  'cleanup.policy': 'compact',
  'segment.ms': '1000',
  'min.cleanable.dirty.ratio': '0.01',
  'max.compaction.lag.ms': '1500',
  'delete.retention.ms': '500',
};

const unrepaired = async () =>
  (
    await run(process.execPath, [join(import.meta.dirname, 'unrepaired.mjs'), brokers.join(), topic], {
      timeout: 20_000,
    })
  ).stdout.trim();

beforeAll(async () => {
  await Promise.all([admin.connect(), plain.connect(), producer.connect()]);
  const configEntries = Object.entries(IMPATIENT).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1, configEntries }] });
});

afterAll(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), plain.disconnect(), producer.disconnect()]);
});

/** A broker begins a new segment when a record's time is `segment.ms` after that of the segment's first. */
const minutesAgo = (minutes: number) => String(Date.now() - minutes * 60_000);

describe('a segment that ends in a batch emptied by compaction', () => {
  it('stops kafkajs as published for ever, and is read through with the repair', async () => {
    await plain.send({ topic, messages: [{ key: 'k1', value: '1', timestamp: minutesAgo(2) }] });
    const aborted = await producer.transaction();
    await aborted.send({ topic, messages: [{ key: 'k1', value: '2', timestamp: minutesAgo(1) }] });
    await aborted.abort();

    await until(async () => ((await unrepaired()) === 'stuck' ? true : undefined));

    const log = await readLog(kafka, topic);
    expect(log.map(({ key, value, offset }) => [key, value?.toString(), offset])).toEqual([['k1', '1', 0]]);
  });
});
