import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OffsetOutOfRange, openReader, type PartitionRecords } from '../src/index.ts';
import { kafka, until } from './servers.ts';

const topic = `reader-${randomUUID()}`;
const admin = kafka.admin();
const plain = kafka.producer();
const transactional = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
const reader = openReader(kafka);
const create = (name: string) =>
  admin.createTopics({ waitForLeaders: true, topics: [{ topic: name, numPartitions: 2 }] });
const groups = async () => (await admin.listGroups()).groups.length;

beforeAll(async () => {
  await Promise.all([admin.connect(), plain.connect(), transactional.connect()]);
  await create(topic);
});

afterAll(async () => {
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([admin.disconnect(), plain.disconnect(), transactional.disconnect(), reader.close()]);
});

const at = (offset: number, partition = 0) => ({ topic, partition, offset });
const send = (...values: string[]) =>
  plain.send({ topic, messages: values.map((value) => ({ key: 'a', value, partition: 0 })) });
const texts = ([batch]: PartitionRecords[]) => batch!.records.map(({ value }) => value!.toString());

describe('reading without a group', () => {
  it('gives what is committed from a position on, and where to go on', async () => {
    await send('1', '2', '3');
    const before = await groups();
    const [batch] = await reader.read([at(1)]);
    expect(batch).toMatchObject({ topic, partition: 0, next: 3, end: 3 });
    expect(texts([batch!])).toEqual(['2', '3']);
    expect(await groups()).toBe(before);
  });

  it('passes over what was aborted, and does not show what is open', async () => {
    const { high: end } = (await reader.ends(topic))[0]!;
    const aborted = await transactional.transaction();
    await aborted.send({ topic, messages: [{ key: 'a', value: 'aborted', partition: 0 }] });
    await aborted.abort();
    await send('after');
    const open = await transactional.transaction();
    await open.send({ topic, messages: [{ key: 'a', value: 'open', partition: 0 }] });
    const fetched = await until(async () => {
      const batches = await reader.read([at(end)]);
      return batches[0]!.next === end + 3 ? batches : undefined;
    });
    expect(texts(fetched)).toEqual(['after']);
    expect((await reader.ends(topic))[0]!.high).toBe(end + 3);
    await open.commit();
    const rest = await until(async () => {
      const batches = await reader.read([at(end + 3)]);
      return batches[0]!.records.length > 0 ? batches : undefined;
    });
    expect(texts(rest)).toEqual(['open']);
  });

  it('says that a position lies beyond the log, and can be asked on', async () => {
    await expect(reader.read([at(1_000_000)])).rejects.toThrow(OffsetOutOfRange);
    await expect(reader.read([at(0, 7)])).rejects.toThrow('no partition 7');
    expect(texts(await reader.read([at(0)]))).toContain('1');
  });

  it('fails for one without failing for the others', async () => {
    await reader.ends(topic);
    const unknown = Array.from({ length: 20 }, () => reader.topicIds([`unknown-${randomUUID()}`]));
    const others = Array.from({ length: 20 }, () => reader.ends(topic));
    expect(new Set((await Promise.allSettled(unknown)).map(({ status }) => status))).toEqual(new Set(['rejected']));
    await expect(Promise.all(others)).resolves.toHaveLength(20);
  });

  it('finds a moment', async () => {
    const { high } = (await reader.ends(topic))[0]!;
    const now = Date.now() + 10_000;
    await plain.send({ topic, messages: [{ key: 'a', value: 'late', partition: 0, timestamp: String(now) }] });
    expect(await reader.offsetsAt(topic, now)).toEqual(
      new Map([
        [0, high],
        [1, 0],
      ]),
    );
  });

  it('tells a topic from one of the same name that was created later', async () => {
    const own = `again-${randomUUID()}`;
    await expect(reader.topicIds([own])).rejects.toThrow();
    const idOf = async () => (await reader.topicIds([own])).get(own)!;
    await create(own);
    const first = await idOf();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await idOf()).toBe(first);
    await admin.deleteTopics({ topics: [own] });
    await until(async () => ((await create(own).catch(() => false)) ? true : undefined)); // it is deleted a little later
    expect(await until(() => idOf().catch(() => undefined))).not.toBe(first);
    await admin.deleteTopics({ topics: [own] });
  });
});
