import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sql } from '@offset-zero/postgres';
import type { Message } from '../src/index.ts';
import { type Child, kill, startChild } from './processes.ts';
import * as world from './world.ts';

const children: Child[] = [];
beforeAll(world.open);
afterAll(async () => {
  await Promise.all(children.map((child) => kill(child, 'SIGKILL')));
  await world.close();
});

const subscription = 'under-test';
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const broken = async () => {
  throw new Error('a bug');
};
const parkedOf = async (sql: Sql) => (await world.parkedCodes(sql)).map(({ offset }) => offset);

/** `count` messages of one key, all parked, as a runner with a bug left them when it was stopped. */
async function pool(count: number, orderId = 'k') {
  const [database, topic, service] = [await world.newDatabase(), await world.newTopic(), world.service()];
  const numbers = upTo(count);
  const messages = numbers.map((n) => ({ key: 'k', value: world.numbered(orderId, n) }));
  const atOnce = Math.ceil(100_000 / messages[0]!.value.length);
  for (let at = 0; at < count; at += atOnce) await world.send(topic, ...messages.slice(at, at + atOnce));
  const { runner } = await world.run(database, topic, broken, { service });
  const { sql } = database;
  await world.eventually(async () => (await parkedOf(sql)).length === count, 60_000);
  await runner.stop();
  return { database, topic, service, sql, numbers };
}

/** How many messages each call of `apply` was given. */
const counting = (sizes: number[]) => ({
  async apply(messages: Message[], sql: Sql) {
    sizes.push(messages.length);
    await sql.query(
      'insert into effect ("offset", key, n) select "offset", key, n from json_to_recordset($1) as r("offset" bigint, key text, n bigint)',
      [
        JSON.stringify(
          messages.map((message) => ({ offset: message.offset, key: message.key, n: world.nOf(message) })),
        ),
      ],
    );
  },
});

describe('a redeploy that mends the handler', () => {
  it('handles what was parked, each key in its order, and what came since', async () => {
    const [database, topic, service] = [await world.newDatabase(), await world.newTopic(), world.service()];
    const of = (key: string, ...ns: number[]) => ns.map((n) => ({ key, value: world.numbered(key, n) }));
    const withBug = await world.run(
      database,
      topic,
      (message, sql) => (message.key === 'a' ? broken() : world.record(message, sql)),
      { service },
    );
    await world.send(topic, ...of('a', 1, 2), ...of('b', 10), ...of('a', 3));
    await world.eventually(async () => (await parkedOf(database.sql)).length === 3);
    await withBug.runner.stop();
    await world.send(topic, ...of('a', 4), ...of('b', 11));

    const mended = await world.run(database, topic, world.record, { service });
    await world.atEnd(mended);
    expect(await world.effects(database.sql, 'a')).toEqual([]);
    const { parked } = mended.runner;
    expect(await parked.redrive({ subscription, key: 'a' }, 'me')).toEqual({ handled: 4, failed: 0, left: 0 });
    await world.send(topic, ...of('a', 5));
    await world.eventually(async () => (await world.effects(database.sql, 'a')).length === 5);
    expect(await world.effects(database.sql, 'a')).toEqual([1, 2, 3, 4, 5]);
    expect(await world.effects(database.sql, 'b')).toEqual([10, 11]);
  });
});

describe('many parked messages of one key', () => {
  it('are redriven in their order, many in a transaction and never too many', async () => {
    const { database, topic, service, sql, numbers } = await pool(10_000);
    const sizes: number[] = [];
    const mended = await world.run(database, topic, world.record, { service, subscription: counting(sizes) });
    const { parked } = mended.runner;
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 10_000, failed: 0, left: 0 });
    expect(await world.effects(sql)).toEqual(numbers);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.length).toBeLessThan(100);
    const audited = (await parked.audit({ limit: 200 })).items.toReversed().flatMap(({ offsets }) => offsets);
    expect(audited).toEqual(numbers);
  }, 120_000);

  it('that are long are read a few at a time', async () => {
    const { database, topic, service, sql, numbers } = await pool(10, 'x'.repeat(900_000));
    const sizes: number[] = [];
    const mended = await world.run(database, topic, world.record, { service, subscription: counting(sizes) });
    expect(await mended.runner.parked.redrive({ subscription }, 'me')).toEqual({ handled: 10, failed: 0, left: 0 });
    expect(await world.effects(sql)).toEqual(numbers);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
  }, 60_000);

  it('one of which fails are handled up to it, and found out by halves', async () => {
    const { database, topic, service, sql } = await pool(1_000);
    let calls = 0;
    const refused = new Set([700]);
    const subscriptionOf = {
      async apply(messages: Message[], sql: Sql) {
        calls++;
        for (const message of messages) {
          if (refused.has(world.nOf(message))) throw new Error('one bad message');
          await world.record(message, sql);
        }
      },
    };
    const mended = await world.run(database, topic, world.record, { service, subscription: subscriptionOf });
    const { parked } = mended.runner;
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 700, failed: 1, left: 300 });
    expect(await world.effects(sql)).toEqual(upTo(700));
    expect(calls).toBeLessThan(30);
    refused.clear();
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 300, failed: 0, left: 0 });
    expect(await world.effects(sql)).toEqual(upTo(1_000));
  }, 60_000);
});

describe('many keys with something parked', () => {
  it('are all redriven, also those that did not fit into the first look', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const { runner } = await world.run(database, topic);
    await database.sql.query(
      `insert into messaging.parked (subscription, topic, partition, "offset", key, value, headers, time, code, error, history)
       select 'under-test', $1, 0, n, convert_to('k' || n % 450, 'UTF8'), $2, '{}', 0, 'handler-failed', '', '[]'
       from generate_series(1, 900) as n`,
      [topic.name, world.numbered('k', 7)],
    );
    const { parked } = runner;
    expect(await parked.redrive({ subscription, key: 'k3' }, 'me')).toEqual({ handled: 2, failed: 0, left: 0 });
    expect(await parked.redrive({ subscription }, 'me')).toEqual({ handled: 898, failed: 0, left: 0 });
    expect(await world.effects(database.sql)).toHaveLength(900);
  }, 60_000);
});

describe('a process that dies during a redrive', () => {
  it('leaves each message either handled and audited, or parked; the next one goes on', async () => {
    const { database, topic, service, sql, numbers } = await pool(2_000);
    const settings = { service, databaseUrl: database.url, topic: topic.name, partitions: 1, redrives: true };
    for (const deadly of [1_234, 1_777]) {
      const child = startChild({ ...settings, deadly });
      children.push(child);
      expect(await child.ended).toEqual([null, 'SIGKILL']);
      // The transaction that died with the process holds its locks until Postgres notices.
      await world.eventually(async () => {
        const others = await sql.query(
          `select 1 from pg_stat_activity where application_name like '%consumers' and datname = current_database()`,
        );
        return others.length === 0;
      });
      const [handled, parked] = [await world.effects(sql), await parkedOf(sql)];
      expect(handled.length).toBeGreaterThanOrEqual(1_000);
      expect([...handled, ...parked]).toEqual(numbers);
      const audited = await sql.query<{ offset: number }>(
        'select unnest(offsets) as "offset" from messaging.audit order by id, 1',
      );
      expect(audited.map(({ offset }) => offset)).toEqual(handled);
    }
    const survivor = await world.run(database, topic, world.record, { service });
    const result = await survivor.runner.parked.redrive({ subscription }, 'me');
    expect(result).toMatchObject({ failed: 0, left: 0 });
    expect(await world.effects(sql)).toEqual(numbers);
  }, 120_000);
});

describe('a bad deploy', () => {
  it('stops the subscription after a few keys, however often it is restarted; the mended one loses nothing', async () => {
    const [database, topic, service] = [await world.newDatabase(), await world.newTopic(), world.service()];
    const { sql } = database;
    const keys = upTo(30).map((n) => `k${n}`);
    const sent = [1, 2, 3].flatMap((n) => keys.map((key) => ({ key, value: world.numbered(key, n) })));
    await world.send(topic, ...sent);
    const parkedKeys = async () => new Set((await world.parkedCodes(sql)).map(({ key }) => key)).size;
    for (const restart of [1, 2, 3]) {
      const bad = await world.run(database, topic, broken, { service });
      await world.eventually(() => world.status(bad).state === 'stopped', 60_000);
      expect(world.status(bad)).toMatchObject({ code: 'too-many-parked', error: 'Error: a bug' });
      expect([restart, await parkedKeys()]).toEqual([restart, 9]);
      await bad.runner.stop();
    }
    expect(await world.effects(sql)).toEqual([]);

    const mended = await world.run(database, topic, world.record, { service });
    await world.atEnd(mended);
    expect(await mended.runner.parked.redrive({ subscription }, 'me')).toMatchObject({ failed: 0, left: 0 });
    for (const key of keys) expect([key, await world.effects(sql, key)]).toEqual([key, [1, 2, 3]]);
    expect(world.status(mended).state).toBe('running');
  }, 120_000);
});
