import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Topic } from '@offset-zero/contracts';
import { topicEnds } from '@offset-zero/kafka';
import { isReplaying, type Sql } from '@offset-zero/postgres';
import { type Message, PublishesWhileReplaying, type ResetRequest, type Subscription } from '../src/index.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const SHORTENABLE = { 'cleanup.policy': 'delete' };

const numbers = (...ns: number[]) => ns.map((n) => ({ key: `k${n}`, value: world.numbered(`k${n}`, n) }));

const positions = async ({ sql }: world.Database) =>
  (await sql.query('select next_offset as next from messaging.position order by partition')).map(({ next }) => next);

const reset = ({ runner }: world.Running, request: Omit<ResetRequest, 'subscription'>) =>
  runner.reset({ subscription: 'under-test', ...request }, 'anna');

/** A subscription that has handled these numbers, each under a key of its own. */
async function handled(
  ns: number[],
  options: Parameters<typeof world.run>[3] = {},
  topic?: Topic,
  handle = world.record,
) {
  const database = await world.newDatabase();
  const read = topic ?? (await world.newTopic({ config: SHORTENABLE }));
  if (ns.length > 0) await world.send(read, ...numbers(...ns));
  const running = await world.run(database, read, handle, options);
  await world.atEnd(running);
  return { database, topic: read, running };
}

describe('a reset', () => {
  it('that is only tried says what it would do, and does nothing', async () => {
    const { database, running } = await handled([0, 1, 2, 3]);
    const back = await reset(running, { to: { offset: 1 }, dryRun: true });
    expect(back.moves).toEqual([{ partition: 0, from: 4, to: 1, again: 3, skipped: 0 }]);
    expect(back).toMatchObject({ subscription: 'under-test', rebuild: false, dryRun: true });
    expect(await positions(database)).toEqual([4]);
    expect((await running.runner.parked.audit({ limit: 10 })).items).toEqual([]);
  });

  it('goes back to an offset: a reader that had nothing to do handles the messages after it again', async () => {
    const { database, running } = await handled([0, 1, 2, 3]);
    await reset(running, { to: { offset: 2 } });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([0, 1, 2, 3, 2, 3]));
    const { items } = await running.runner.parked.audit({ limit: 10 });
    expect(items).toMatchObject([{ what: 'reset', who: 'anna', partition: 0, offsets: [4, 2], outcome: 'moved' }]);
  });

  it('by another process is noticed where there is nothing to read', async () => {
    const { database } = await handled([0, 1, 2]);
    await database.sql.query('update messaging.position set next_offset = 1');
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([0, 1, 2, 1, 2]));
  });

  it('goes back to a time', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const at = (n: number, minute: number) => ({
      ...numbers(n)[0]!,
      timestamp: String(Date.UTC(2026, 1, 1, 12, minute)),
    });
    await world.send(topic, at(0, 0), at(1, 10), at(2, 20));
    const running = await world.run(database, topic);
    await world.atEnd(running);
    const time = (minute: number) => ({ time: new Date(Date.UTC(2026, 1, 1, 12, minute)) });
    const to = async (minute: number) => (await reset(running, { to: time(minute), dryRun: true })).moves[0]!.to;
    expect([await to(-5), await to(10), await to(11), await to(30)]).toEqual([0, 1, 2, 3]);
    await reset(running, { to: time(10) });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([0, 1, 2, 1, 2]));
  });

  it('goes ahead: what lies between is never handled', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    await world.send(topic, ...numbers(0, 1, 2));
    let isAway = true;
    const running = await world.run(database, topic, async (message, sql) => {
      if (isAway) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
      await world.record(message, sql);
    });
    await world.eventually(() => expect(world.status(running).state).toBe('waiting'));
    const { moves } = await reset(running, { to: 'end' });
    expect(moves).toEqual([{ partition: 0, from: 0, to: 3, again: 0, skipped: 3 }]);
    isAway = false;
    await world.send(topic, ...numbers(3));
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([3]));
  });

  it('may concern one partition', async () => {
    const topic = await world.newTopic({ partitions: 2 });
    const both = [0, 1].flatMap((partition) =>
      numbers(10 * partition, 10 * partition + 1).map((m) => ({ ...m, partition })),
    );
    await world.send(topic, ...both);
    const { database, running } = await handled([], {}, topic);
    const { moves } = await reset(running, { to: 'beginning', partition: 1 });
    expect(moves).toEqual([{ partition: 1, from: 2, to: 0, again: 2, skipped: 0 }]);
    await world.eventually(async () => expect((await world.effects(database.sql)).slice(4)).toEqual([10, 11]));
    await expect(reset(running, { to: 'end', partition: 7 })).rejects.toMatchObject({ code: 'no-partition' });
  });

  it('is refused where the log has no such place, and for a subscription that is not there', async () => {
    const { database, topic, running } = await handled([0, 1, 2]);
    await topicEnds(world.admin, topic.name);
    await world.admin.deleteTopicRecords({ topic: topic.name, partitions: [{ partition: 0, offset: '1' }] });
    for (const offset of [0, 4]) {
      await expect(reset(running, { to: { offset } })).rejects.toMatchObject({ code: 'not-in-log' });
    }
    await expect(running.runner.reset({ subscription: 'x', to: 'end' }, 'anna')).rejects.toThrow('called x');
    expect(await positions(database)).toEqual([3]);
  });

  it('is refused while something is parked that it would go over', async () => {
    const { database, topic, running } = await handled([0, 1]);
    await world.send(topic, { key: 'bad', value: world.GARBAGE });
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 1);
    await expect(reset(running, { to: 'beginning' })).rejects.toMatchObject({ code: 'messages-parked' });
    const at = { subscription: 'under-test', partition: 0, offset: 2 };
    await running.runner.parked.discard(at, { who: 'anna', reason: 'no Avro' });
    await reset(running, { to: 'beginning' });
  });

  it('lets a subscription go on that had stopped at a position outside the log', async () => {
    const topic = await world.newTopic({ config: SHORTENABLE });
    await world.send(topic, ...numbers(0, 1, 2, 3));
    const database = await world.newDatabase();
    await database.sql.query(`insert into messaging.position values ('under-test', $1, 0, 9)`, [topic.name]);
    const running = await world.run(database, topic);
    await world.eventually(() => expect(world.status(running).code).toBe('position-out-of-range'));
    const { moves } = await reset(running, { to: { offset: 3 } });
    expect(moves).toEqual([{ partition: 0, from: 9, to: 3, again: 1, skipped: 0 }]);
    await world.send(topic, ...numbers(4));
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([3, 4]));
    expect(world.status(running)).toMatchObject({ state: 'running', code: undefined });
  });

  it('of a view rebuilds it, and goes nowhere but to the beginning', async () => {
    const rebuilt: object[] = [];
    const rebuild: Subscription['rebuild'] = async (partition, _sql, log) => void rebuilt.push({ partition, ...log });
    const { database, running } = await handled([0, 1], { subscription: { rebuild } });
    await expect(reset(running, { to: 'end' })).rejects.toMatchObject({ code: 'rebuild-only' });
    expect(await reset(running, { to: 'beginning' })).toMatchObject({ rebuild: true });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([0, 1, 0, 1]));
    expect(rebuilt).toEqual([{ partition: 0, low: 0, end: 2, isAnother: false }]);
  });
});

describe('a replay', () => {
  /** What the outbox asks before it takes anything. */
  const marked = async (sql: Sql) => (await sql.query(`select ${isReplaying} as marked`))[0]!['marked'];

  it('marks the transactions of what was handled before, and of nothing that comes with it for the first time', async () => {
    const { database, topic, running } = await handled([0, 1, 2]);
    await running.runner.stop();
    await world.send(topic, ...numbers(3, 4));
    await database.sql.query('update messaging.position set next_offset = 1, replay_until = 3');
    const seen: unknown[] = [];
    const subscription: Partial<Subscription> = {
      async apply(messages, sql, { replaying }) {
        for (const message of messages) seen.push([world.nOf(message), replaying, await marked(sql)]);
      },
    };
    await world.atEnd(await world.run(database, topic, world.record, { subscription }));
    expect(seen).toEqual([
      [1, true, true],
      [2, true, true],
      [3, false, false],
      [4, false, false],
    ]);
  });

  it('ends where the position was before, however often it is reset', async () => {
    const seen: [number, boolean][] = [];
    const subscription: Partial<Subscription> = {
      apply: async (messages, _sql, { replaying }) =>
        void messages.forEach((each) => seen.push([world.nOf(each), replaying])),
    };
    const { topic, running } = await handled([0, 1, 2, 3], { subscription });
    await reset(running, { to: 'end' });
    await reset(running, { to: { offset: 3 } });
    await reset(running, { to: { offset: 2 } });
    await world.send(topic, ...numbers(4));
    await world.eventually(() => expect(seen.at(-1)).toEqual([4, false]));
    expect(seen.slice(4, -1).every(([, replaying]) => replaying)).toBe(true);
    expect(seen.filter(([n]) => n === 2)).toContainEqual([2, true]);
  });

  it('parks what would publish, under a code of its own, and a redrive replays it too', async () => {
    let fixed = false;
    const handle = async (message: Message, sql: Sql) => {
      if (!fixed && world.nOf(message) === 1 && (await marked(sql)))
        throw new PublishesWhileReplaying('OrderCancelled k1');
      await world.record(message, sql);
    };
    const { database, running } = await handled([0, 1, 2], {}, undefined, handle);
    await reset(running, { to: 'beginning' });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([0, 1, 2, 0, 2]));
    expect(await world.parkedCodes(database.sql)).toEqual([
      { key: 'k1', offset: 1, code: 'publishes-while-replaying' },
    ]);
    const redrive = () => running.runner.parked.redrive({ subscription: 'under-test' }, 'anna');
    expect(await redrive()).toMatchObject({ handled: 0, failed: 1, left: 1 });
    expect(await world.parkedCodes(database.sql)).toMatchObject([{ code: 'publishes-while-replaying' }]);
    fixed = true;
    expect(await redrive()).toMatchObject({ handled: 1, left: 0 });
  });
});
