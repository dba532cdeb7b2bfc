import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LogRecord, readLog, topicEnds } from '../src/index.ts';
import { partitionOf } from '../src/partition.ts';
import { kafka } from './servers.ts';

const topic = `log-${randomUUID()}`;
const admin = kafka.admin();
const producer = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
const plain = kafka.producer();

beforeAll(async () => {
  await Promise.all([admin.connect(), producer.connect(), plain.connect()]);
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 3 }] });
  const messages = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, value: `${key}1`, headers: { ce_id: `id-${key}` } }));
  const committed = await producer.transaction();
  await committed.send({ topic, messages });
  await committed.commit();
  await plain.send({ topic, messages: [{ key: 'a', value: null }] });
  const aborted = await producer.transaction();
  await aborted.send({ topic, messages: messages.map(({ key }) => ({ key, value: 'aborted' })) });
  await aborted.abort();
});

afterAll(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), producer.disconnect(), plain.disconnect()]);
});

const text = ({ key, value }: LogRecord) => `${key}=${value === null ? null : value.toString()}`;

describe('reading a log', () => {
  it('gives every committed record once, tombstones too, though the log ends in aborted ones', async () => {
    const log = await readLog(kafka, topic);
    expect(log.map(text).sort()).toEqual(['a=a1', 'a=null', 'b=b1', 'c=c1', 'd=d1', 'e=e1']);
    expect(log.find(({ key }) => key === 'b')).toMatchObject({ topic, headers: { ce_id: 'id-b' } });
  });

  it('finds each key where partitionOf says, in the order of the offsets', async () => {
    const log = await readLog(kafka, topic);
    for (const { key, partition } of log) expect(partition).toBe(partitionOf(key!, 3));
    const ofA = log.filter(({ key }) => key === 'a').map(({ offset }) => offset);
    expect(ofA).toEqual([...ofA].sort((a, b) => a - b));
  });

  it('hands out batches as they come', async () => {
    const seen: string[] = [];
    await readLog(kafka, topic, (records) => void seen.push(...records.map(text)));
    expect(seen).toHaveLength(6);
  });

  it('goes on where it is told to, and says so when the log ends before that', async () => {
    const ends = await topicEnds(admin, topic);
    const end = new Map(ends.map(({ partition, high }) => [partition, high]));
    await plain.send({ topic, messages: [{ key: 'a', value: 'a2' }] });
    const seen: string[] = [];
    const see = (records: LogRecord[]) => void seen.push(...records.map(text));
    await readLog(kafka, topic, see, end);
    expect(seen).toEqual(['a=a2']);
    await expect(readLog(kafka, topic, see, new Map([[0, 1_000]]))).rejects.toThrow('before 1000');
  });

  it('waits for a transaction that is open at its end', async () => {
    const own = `open-${randomUUID()}`;
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: own, numPartitions: 1 }] });
    const open = await producer.transaction();
    await open.send({ topic: own, messages: [{ key: 'a', value: 'open' }] });
    let isOver = false;
    const reading = readLog(kafka, own).finally(() => (isOver = true));
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // that nothing comes has no fact to wait for
    expect(isOver).toBe(false);
    await open.commit();
    expect((await reading).map(text)).toEqual(['a=open']);
    await admin.deleteTopics({ topics: [own] });
  }, 120_000);

  it('throws on what its reader throws', async () => {
    const broken = () => {
      throw new Error('no more');
    };
    await expect(readLog(kafka, topic, broken)).rejects.toThrow('no more');
  });

  it('knows both ends of each partition', async () => {
    const ends = await topicEnds(admin, topic);
    expect(ends.map(({ partition, low }) => [partition, low])).toEqual([0, 1, 2].map((partition) => [partition, 0]));
    const written = ends.reduce((sum, { high }) => sum + high, 0);
    expect(written).toBeGreaterThanOrEqual(11 + 2); // 11 records, and a marker of each transaction
  });

  it('is over at once when there is nothing', async () => {
    const empty = `empty-${randomUUID()}`;
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: empty, numPartitions: 2 }] });
    expect(await readLog(kafka, empty)).toEqual([]);
    await admin.deleteTopics({ topics: [empty] });
  });
});
