import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Topic } from '@offset-zero/contracts';
import { topicEnds } from '@offset-zero/kafka';
import { createPool } from '@offset-zero/postgres';
import { Breaker } from '../src/consume/breaker.ts';
import { commitWork, PositionLost } from '../src/consume/commit.process.ts';
import { decodeAll } from '../src/consume/decode.ts';
import type { Subscription } from '../src/index.ts';
import { Awaited } from '../src/waiting/awaited.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

/** Kafka refuses to delete records of a topic that is only compacted. */
const SHORTENABLE = { 'cleanup.policy': 'delete' };

const cutOffBefore = async ({ name }: Topic, offset: number) => {
  await topicEnds(world.admin, name); // kafkajs knows the leaders of topics only that it was asked about
  await world.admin.deleteTopicRecords({ topic: name, partitions: [{ partition: 0, offset: String(offset) }] });
};

const positions = (database: world.Database) =>
  database.sql.query('select partition, next_offset as next from messaging.position order by partition');

const transactional = async () => {
  const producer = world.kafka.producer({ transactionalId: randomUUID(), idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  return producer;
};

describe('a position', () => {
  it('that another reader has moved means that nothing is changed', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const pool = createPool(database.url);
    const at = { subscription: 's', topic: topic.name, partition: 0 };
    await database.sql.query(`insert into messaging.position values ('s', $1, 0, 5)`, [topic.name]);
    const subscription: Subscription = {
      name: 's',
      topic,
      supersede: false,
      apply: async ([message], sql) => void (await world.record(message!, sql)),
    };
    const raw = { key: Buffer.from('k'), value: world.numbered('k', 1), offset: '5', timestamp: '0' };
    const messages = await decodeAll(world.codec, subscription, 0, [raw]);
    const work = { messages, next: 6, marked: false, history: [] };
    const desk = { subscription, pool, codec: world.codec, breaker: new Breaker(), awaited: new Awaited() };
    const believing = (next: number) =>
      ({ at, next, parkedKeys: new Set(), watched: undefined, isNew: false, size: 1, failures: 0 }) as never;

    await expect(commitWork(desk, believing(4), work)).rejects.toBeInstanceOf(PositionLost);
    expect([await world.effects(database.sql), await positions(database)]).toEqual([[], [{ partition: 0, next: 5 }]]);
    await commitWork(desk, believing(5), work);
    expect([await world.effects(database.sql), await positions(database)]).toEqual([[1], [{ partition: 0, next: 6 }]]);
    await pool.end();
  });

  it('that is moved behind the back of a running reader makes it read again from there, and nothing twice', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const running = await world.run(database, topic);
    await world.send(topic, { key: 'k', value: world.numbered('k', 0) });
    await world.eventually(async () => (await world.effects(database.sql)).length === 1);
    await database.sql.query('update messaging.position set next_offset = 0');
    await world.send(topic, { key: 'k', value: world.numbered('k', 1) });
    await world.eventually(async () => (await world.effects(database.sql)).length === 3);
    expect(await world.effects(database.sql)).toEqual([0, 0, 1]);
    await world.atEnd(running);
  });

  it('moves over transactions: committed, aborted, and aborted ones alone', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const producer = await transactional();
    const inTransaction = async (n: number, end: 'commit' | 'abort') => {
      const transaction = await producer.transaction();
      await transaction.send({ topic: topic.name, messages: [{ key: 'k', value: world.numbered('k', n) }] });
      await transaction[end]();
    };
    await inTransaction(1, 'abort');
    const running = await world.run(database, topic);
    await world.atEnd(running);
    expect(await positions(database)).toEqual([{ partition: 0, next: 2 }]);

    await inTransaction(2, 'commit');
    await world.eventually(async () => (await world.effects(database.sql)).length === 1);
    await inTransaction(3, 'abort');
    await world.eventually(async () => expect(await positions(database)).toEqual([{ partition: 0, next: 6 }]));
    expect(await world.effects(database.sql)).toEqual([2]);
    await world.atEnd(running);
    await producer.disconnect();
  });

  it('moves over what compaction has emptied', async () => {
    const config = {
      'cleanup.policy': 'compact',
      'segment.ms': '1000',
      'min.cleanable.dirty.ratio': '0.01',
      'max.compaction.lag.ms': '1500',
      'delete.retention.ms': '86400000',
    };
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ config })];
    const at = (key: string, n: number, minutesAgo: number) => ({
      key,
      value: world.numbered(key, n),
      timestamp: String(Date.now() - minutesAgo * 60_000),
    });
    // Every record begins a segment, since its time is far from the last one's.
    for (const n of [1, 2, 3, 4]) {
      await world.producer.send({ topic: topic.name, messages: [at('k', n, 10 - n)] });
    }
    await world.send(topic, { key: 'other', value: world.numbered('other', 9) });
    const left = await world.eventually(async () => {
      const fresh = await world.newDatabase();
      const running = await world.run(fresh, topic);
      await world.atEnd(running);
      await running.runner.stop();
      const effects = await world.effects(fresh.sql);
      return effects.length <= 2 && effects;
    }, 60_000);
    expect(left).toEqual([4, 9]);

    const running = await world.run(database, topic);
    await world.atEnd(running);
    expect(await positions(database)).toEqual([{ partition: 0, next: 5 }]);
  });

  it('at the end of an empty topic is caught up, and a new one begins where the log begins', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ partitions: 3 })];
    const running = await world.run(database, topic);
    await world.atEnd(running);
    expect(world.status(running)).toMatchObject({ state: 'running', lag: 0, caughtUpOnce: true });
    expect((await positions(database)).map(({ next }) => next)).toEqual([0, 0, 0]);
  });

  it('of a new subscription is the low end of a log that has lost its beginning', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ config: SHORTENABLE })];
    await world.send(topic, ...[0, 1, 2, 3].map((n) => ({ key: 'k', value: world.numbered('k', n) })));
    await cutOffBefore(topic, 2);
    const running = await world.run(database, topic);
    await world.atEnd(running);
    expect(await world.effects(database.sql)).toEqual([2, 3]);
    expect(running.problems).toEqual([]);
  });

  it.each([
    ['before its beginning', 0],
    ['behind its end', 99],
  ])('that lies %s stops the subscription until somebody has decided', async (_where, next) => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ config: SHORTENABLE })];
    await world.send(topic, ...[0, 1, 2, 3].map((n) => ({ key: 'k', value: world.numbered('k', n) })));
    await cutOffBefore(topic, 2);
    await database.sql.query(`insert into messaging.position values ('under-test', $1, 0, $2)`, [topic.name, next]);
    const running = await world.run(database, topic);
    await world.eventually(() => world.status(running).state === 'stopped');

    expect(world.status(running)).toMatchObject({ state: 'stopped', code: 'position-out-of-range' });
    expect(running.problems).toEqual([]);
    expect(await world.effects(database.sql)).toEqual([]);
    expect(await positions(database)).toEqual([{ partition: 0, next }]);
  });

  it('that was away for longer than tombstones are kept is read again from the start', async () => {
    const like = { ...world.stock, config: { 'cleanup.policy': 'compact', 'delete.retention.ms': '1000' } };
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ like })];
    await world.send(topic, ...[1, 2, 3].map((n) => ({ key: `k${n}`, value: world.stockValue(`k${n}`, n) })));
    await database.sql.query(
      `insert into messaging.position values ('under-test', $1, 0, 2, now() - interval '1 hour')`,
      [topic.name],
    );
    const ends: object[] = [];
    const subscription: Partial<Subscription> = {
      rebuild: async (partition, sql, log) => {
        ends.push({ partition, ...log });
        await sql.query('delete from effect');
      },
    };
    const running = await world.run(database, topic, world.record, { subscription });
    await world.atEnd(running);
    expect(ends).toEqual([{ partition: 0, low: 0, end: 3, isAnother: false }]);
    expect(await world.effects(database.sql)).toEqual([1, 2, 3]);
  });
});
