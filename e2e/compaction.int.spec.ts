import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka, readLog } from '@offset-zero/kafka';
import { eventually, servers } from '@offset-zero/testing';

const kafka = createKafka({ brokers: servers().brokers, clientId: 'compaction' });
const admin = kafka.admin();
const producer = kafka.producer();
const topic = `compaction-${randomUUID()}`;

/** The settings of our whole-value topics, with thresholds low enough to watch. */
const impatient = {
  'cleanup.policy': 'compact',
  'segment.ms': '500',
  'min.cleanable.dirty.ratio': '0.01',
  'max.compaction.lag.ms': '1000',
  'delete.retention.ms': '500',
};

const write = (key: string, value: string | null) => producer.send({ topic, messages: [{ key, value }] });

beforeAll(async () => {
  await Promise.all([admin.connect(), producer.connect()]);
  const configEntries = Object.entries(impatient).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }], waitForLeaders: true });
});

afterAll(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});

describe('a compacted topic', () => {
  it('forgets old values and deleted keys, keeps the latest, and is read to its end all the same', async () => {
    await write('peter', 'Münstergasse 5');
    await write('anna', 'Bahnhofstrasse 1');
    await write('peter', 'Chaumonweg 108');
    await write('anna', null);
    await eventually(
      async () => {
        await write('tick', String(Date.now())); // a new segment is what lets the cleaner have the old one
        const log = await readLog(kafka, topic);
        expect(log.filter(({ key }) => key !== 'tick').map(({ key, value }) => [key, value?.toString()])).toEqual([
          ['peter', 'Chaumonweg 108'],
        ]);
      },
      50_000,
      500,
    );
  });
});
