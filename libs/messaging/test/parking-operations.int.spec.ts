import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sql } from '@offset-zero/postgres';
import { type Message, NotFirstOfKey, NotParked, NotRunning } from '../src/index.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const subscription = 'under-test';
const of = (key: string, ...ns: number[]) => ns.map((n) => ({ key, value: world.numbered(key, n) }));

/** Parks what is sent: a handler that refuses the numbers in `refused`, on one partition. */
async function parking(refused: Set<number>, sent: world.Sent[], parked = sent.length) {
  const [database, topic] = [await world.newDatabase(), await world.newTopic()];
  const handle = async (message: Message, sql: Sql) => {
    if (refused.has(world.nOf(message))) throw new Error(`cannot handle ${world.nOf(message)}`);
    await world.record(message, sql);
  };
  const running = await world.run(database, topic, handle, { sweepEveryMs: 3_600_000 });
  await world.send(topic, ...sent);
  await world.eventually(async () => (await world.parkedCodes(database.sql)).length === parked);
  return { ...database, topic, running, parked: running.runner.parked };
}

const refuseAudit = `
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no audit'; end $$;
  create trigger refuse before insert on messaging.audit for each row execute function refuse();`;

describe('what is parked', () => {
  it('is listed page by page, by subscription, key and state', async () => {
    const garbage = { key: 'b', value: world.GARBAGE };
    const { parked, sql, topic } = await parking(new Set([1]), [...of('a', 1, 2, 3), garbage]);
    const first = await parked.list({ limit: 3 });
    expect(first.items).toMatchObject([
      { subscription, topic: topic.name, partition: 0, offset: 0, key: 'a', code: 'handler-failed', tries: 3 },
      { offset: 1, code: 'waits-behind', tries: 0, bytes: world.numbered('a', 2).length },
      { offset: 2, code: 'waits-behind', state: 'parked' },
    ]);
    expect(Date.parse(first.items[0]!.parkedAt)).toBeGreaterThanOrEqual(first.items[0]!.time);
    const rest = await parked.list({ limit: 3, after: first.next! });
    expect([rest.items.map(({ offset }) => offset), rest.next]).toEqual([[3], undefined]);

    const offsets = async (filter: object) =>
      (await parked.list({ limit: 9, ...filter })).items.map(({ offset }) => offset);
    expect(await offsets({ subscription, key: 'b' })).toEqual([3]);
    expect(await offsets({ subscription: 'another' })).toEqual([]);
    expect(await offsets({ key: 'c' })).toEqual([]);
    await sql.query(`update messaging.parked set code = 'waits-for', waits_for = 'customer/7' where "offset" = 0`);
    expect(await offsets({ state: 'waiting' })).toEqual([0, 1, 2]);
    expect(await offsets({ state: 'parked' })).toEqual([3]);
    expect((await parked.list({ limit: 1 })).items).toMatchObject([{ state: 'waiting', waitsFor: 'customer/7' }]);
  });

  it('is shown whole: its bytes, headers and history, and the value where there is one', async () => {
    const unknown = world.numbered('c', 1);
    unknown.writeInt32BE(2_000_000_000, 1);
    const { parked, sql } = await parking(new Set([1]), [
      ...of('a', 1),
      { key: 'b', value: world.GARBAGE },
      { key: 'c', value: unknown },
    ]);
    const inspect = (offset: number) => parked.inspect({ subscription, partition: 0, offset });
    expect(await inspect(0)).toMatchObject({
      key: 'a',
      keyBytes: Buffer.from('a').toString('base64'),
      valueBytes: world.numbered('a', 1).toString('base64'),
      headers: {},
      decoded: { record: 'OrderConfirmed', value: { orderId: 'a', confirmedAt: 1 } },
      history: [1, 2, 3].map(() => ({ error: 'Error: cannot handle 1', at: expect.stringContaining('T') })),
    });
    expect((await inspect(1))!.decoded).toEqual({ why: expect.stringMatching(/^Undecodable: /) });
    expect((await inspect(2))!.decoded).toEqual({ why: expect.stringContaining('2000000000') });
    expect(await inspect(3)).toBeUndefined();

    await sql.query(`update messaging.parked set code = 'killed-the-process' where "offset" = 0`);
    expect((await inspect(0))!.decoded).toEqual({ why: expect.stringContaining('died') });
    await sql.query(`update messaging.parked set subscription = 'of-old'`);
    const ofOld = await parked.inspect({ subscription: 'of-old', partition: 0, offset: 0 });
    expect(ofOld!.decoded).toEqual({ why: expect.stringContaining('of-old') });
  });
});

describe('redriving one', () => {
  it('is possible only where it is the first of its key', async () => {
    const refused = new Set([1]);
    const { parked, sql } = await parking(refused, [...of('b', 1), ...of('a', 1, 2, 3)]);
    refused.clear();
    const one = (offset: number) => parked.redrive({ subscription, partition: 0, offset }, 'me');
    await expect(one(2)).rejects.toMatchObject({ name: 'NotFirstOfKey', first: 1 });
    await expect(one(2)).rejects.toThrow(NotFirstOfKey);
    expect(await one(1)).toEqual({ handled: 1, failed: 0, left: 2 });
    await expect(one(1)).rejects.toThrow(NotParked);
    expect(await one(2)).toEqual({ handled: 1, failed: 0, left: 1 });
    expect(await world.effects(sql, 'a')).toEqual([1, 2]);
    await expect(parked.redrive({ subscription: 'another' }, 'me')).rejects.toThrow(NotRunning);
    expect(await parked.redrive({ subscription, partition: 1 }, 'me')).toEqual({ handled: 0, failed: 0, left: 0 });
    expect(await parked.redrive({ subscription, partition: 0 }, 'me')).toEqual({ handled: 2, failed: 0, left: 0 });
  });

  it('that waits for missing data leaves those behind it waiting', async () => {
    const refused = new Set([1, 2]);
    const { parked, sql } = await parking(refused, of('a', 1, 2, 3));
    refused.delete(1);
    await sql.query(`update messaging.parked set code = 'waits-for', waits_for = 'customer/7' where "offset" = 0`);
    await parked.redrive({ subscription, partition: 0, offset: 0 }, 'me');
    expect((await parked.list({ limit: 9 })).items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });
});

describe('a redrive that fails again', () => {
  it('leaves it parked, with one failure more, and the audit says so', async () => {
    const { parked, sql } = await parking(new Set([1]), of('a', 1, 2));
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 0, failed: 1, left: 2 });
    expect(await parked.redrive({ subscription, partition: 0, offset: 0 }, 'her')).toMatchObject({
      failed: 1,
      left: 2,
    });
    expect((await parked.list({ limit: 1 })).items).toMatchObject([{ tries: 5, code: 'handler-failed' }]);
    expect(await world.effects(sql)).toEqual([]);
    const failed = { what: 'redrive', outcome: 'failed', error: 'Error: cannot handle 1', key: 'a', offsets: [0] };
    expect((await parked.audit({ limit: 9 })).items).toMatchObject([
      { ...failed, who: 'her' },
      { ...failed, who: 'me' },
    ]);
  });

  it('after the message before it was discarded has its own reason', async () => {
    const { parked } = await parking(new Set([1, 2]), of('a', 1, 2));
    await parked.discard({ subscription, partition: 0, offset: 0 }, { who: 'me', reason: 'a test' });
    await parked.redrive({ subscription }, 'me');
    expect((await parked.list({ limit: 9 })).items).toMatchObject([
      { offset: 1, code: 'handler-failed', error: 'Error: cannot handle 2', tries: 1 },
    ]);
  });

  it('that still is no value keeps saying so', async () => {
    const { parked } = await parking(new Set(), [{ key: 'a', value: world.GARBAGE }]);
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 0, failed: 1, left: 1 });
    expect((await parked.list({ limit: 9 })).items).toMatchObject([{ code: 'not-avro-framed', tries: 1 }]);
  });

  it('on whole values does not hold up a later one, which takes its place', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ like: world.stock })];
    const refused = new Set([1, 2, 3]);
    const { runner } = await world.run(database, topic, async (message, sql) => {
      if (refused.has(world.nOf(message))) throw new Error('no');
      await world.record(message, sql);
    });
    for (const n of [1, 2, 3]) await world.send(topic, { key: 'a', value: world.stockValue('a', n) });
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 3);
    refused.delete(2);
    expect(await runner.parked.redrive({ subscription }, 'me')).toEqual({ handled: 2, failed: 1, left: 1 });
    expect(await world.effects(database.sql)).toEqual([2]);
    const outcomes = (await runner.parked.audit({ limit: 9 })).items.map(({ outcome, offsets }) => [outcome, offsets]);
    expect(outcomes).toContainEqual(['handled', [1]]);
    expect(outcomes).toContainEqual(['superseded', [0]]);
  });
});

describe('discarding', () => {
  it('one frees nothing behind it, and keeps its bytes', async () => {
    const refused = new Set([1]);
    const { parked, sql, topic } = await parking(refused, of('a', 1, 2));
    const by = { who: 'me', reason: 'a duplicate by hand' };
    expect(await parked.discard({ subscription, partition: 0, offset: 0 }, by)).toEqual({ discarded: 1, left: 1 });
    await world.send(topic, ...of('a', 3), ...of('b', 10));
    await world.eventually(async () => (await world.effects(sql, 'b')).length === 1);
    expect(await world.effects(sql, 'a')).toEqual([]);
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 2, failed: 0, left: 0 });
    expect(await world.effects(sql, 'a')).toEqual([2, 3]);

    const [entry] = (await parked.audit({ limit: 9 })).items.filter(({ what }) => what === 'discard');
    expect(entry).toMatchObject({
      ...by,
      subscription,
      topic: topic.name,
      key: 'a',
      offsets: [0],
      outcome: 'discarded',
    });
    const [kept] = await sql.query(`select decode(record->>'value', 'base64') as value, record->'history' as history
      from messaging.audit where what = 'discard'`);
    expect(kept).toEqual({ value: world.numbered('a', 1), history: [{}, {}, {}].map(() => expect.anything()) });
  });

  it('a key lets its next message flow', async () => {
    const { parked, sql, topic } = await parking(new Set([1]), of('a', 1, 2, 3));
    const by = { who: 'me', reason: 'a test' };
    expect(await parked.discard({ subscription, key: 'a' }, by)).toEqual({ discarded: 3, left: 0 });
    await world.send(topic, ...of('a', 4));
    await world.eventually(async () => (await world.effects(sql)).length === 1);
    expect(await world.effects(sql)).toEqual([4]);
    await expect(parked.discard({ subscription, key: 'a' }, by)).rejects.toThrow(NotParked);
    await expect(parked.discard({ subscription, partition: 0, offset: 0 }, by)).rejects.toThrow(NotParked);

    const latest = await parked.audit({ limit: 2 });
    const before = await parked.audit({ limit: 2, after: latest.next! });
    const offsets = [latest, before].map(({ items }) => items.flatMap((entry) => entry.offsets));
    expect(offsets).toEqual([[2, 1], [0]]);
    expect(before.next).toBeUndefined();
  });
});

describe('what was discarded', () => {
  it('is erased after a month where whole values are, and only there', async () => {
    const database = await world.newDatabase();
    const [values, deltas] = [await world.newTopic({ like: world.stock }), await world.newTopic()];
    for (const topic of [values, deltas]) {
      await database.sql.query(
        `insert into messaging.audit (at, what, who, subscription, topic, partition, offsets, outcome, record)
         select now() - age, 'discard', 'me', 's', $1, 0, '{}', 'discarded', '{}'
         from unnest(array['31 days', '29 days']::interval[]) as age`,
        [topic.name],
      );
    }
    const runs = await Promise.all([values, deltas].map((topic) => world.run(database, topic, world.record)));
    const kept = async () => {
      const rows = await database.sql.query<{ topic: string }>(
        'select topic from messaging.audit where record is not null order by id',
      );
      return rows.map(({ topic }) => topic);
    };
    await world.eventually(async () => expect(await kept()).toEqual([values.name, deltas.name, deltas.name]));
    for (const { runner } of runs) await runner.stop();
    expect(await kept()).toHaveLength(3);
  });
});

describe('what cannot be audited', () => {
  it('is not done', async () => {
    const refused = new Set([1]);
    const { parked, sql } = await parking(refused, of('a', 1, 2));
    const before = await parked.list({ limit: 9 });
    refused.clear();
    await sql.query(refuseAudit);
    await expect(parked.redrive({ subscription }, 'me')).rejects.toThrow('no audit');
    await expect(parked.discard({ subscription, key: 'a' }, { who: 'me', reason: 'a test' })).rejects.toThrow(
      'no audit',
    );
    expect(await parked.list({ limit: 9 })).toEqual(before);
    expect(await world.effects(sql)).toEqual([]);
  });
});
