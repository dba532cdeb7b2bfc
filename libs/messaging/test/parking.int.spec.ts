import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message } from '../src/index.ts';
import type { Sql } from '@offset-zero/postgres';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

/** Refuses the numbers given, for as long as they are in the set. */
const refusing = (refused: Set<number>) => async (message: Message, sql: Sql) => {
  if (refused.has(world.nOf(message))) throw new Error(`cannot handle ${world.nOf(message)}`);
  await world.record(message, sql);
};

const unknownSchema = () => {
  const value = world.numbered('x', 1);
  value.writeInt32BE(2_000_000_000, 1);
  return value;
};

describe('a message that cannot be handled', () => {
  it('is tried three times and parked with its key, while other keys flow and later messages of the key wait', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const running = await world.run(database, topic, refusing(new Set([2])));
    await world.send(topic, ...[1, 2, 3].map((n) => ({ key: 'bad', value: world.numbered('bad', n) })));
    await world.send(topic, { key: 'good', value: world.numbered('good', 10) });
    await world.eventually(async () => (await world.effects(database.sql, 'good')).length === 1);
    await world.send(topic, { key: 'bad', value: world.numbered('bad', 4) });
    await world.send(topic, { key: 'good', value: world.numbered('good', 11) });
    await world.eventually(async () => (await world.effects(database.sql, 'good')).length === 2);

    expect(await world.effects(database.sql, 'bad')).toEqual([1]);
    expect(await world.parkedCodes(database.sql)).toEqual([
      { key: 'bad', offset: 1, code: 'handler-failed' },
      { key: 'bad', offset: 2, code: 'waits-behind' },
      { key: 'bad', offset: 4, code: 'waits-behind' },
    ]);
    await world.eventually(() => world.status(running).parked === 3);
    expect(running.logged.filter(({ message }) => message === 'A message is parked')).toMatchObject([
      { level: 'warn', fields: { partition: 0, offset: 1, key: 'bad', code: 'handler-failed' } },
    ]);
  });

  it('keeps bytes, headers and what happened', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const raw = Buffer.from([0, 255, 254]);
    const message = { key: 'k', value: world.numbered('k', 1), headers: { ce_id: 'e1', odd: 'a\0b', raw } };
    await world.producer.send({ topic: topic.name, messages: [message] });
    await world.atEnd(await world.run(database, topic, refusing(new Set([1]))));

    const [row] = await database.sql.query('select value, headers, error, history from messaging.parked');
    expect(row).toMatchObject({
      value: message.value,
      headers: { ce_id: 'e1', odd: 'a\0b', raw: { base64: raw.toString('base64') } },
      error: 'Error: cannot handle 1',
      history: [{ error: 'Error: cannot handle 1' }, {}, {}],
    });
  });

  it('is parked at once when its bytes are no value or its schema is unknown; unhandled records are skipped', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const other = world.codec.encode(world.orderEvents, 'OrderCancelled', { orderId: 'o', cancelledAt: 1 });
    await world.send(
      topic,
      { key: 'a', value: world.GARBAGE },
      { key: 'b', value: unknownSchema() },
      { key: 'a', value: world.numbered('a', 1) },
      { key: 'c', value: other },
      { key: 'c', value: world.numbered('c', 2) },
    );
    const subscription = { records: ['OrderConfirmed'] };
    await world.atEnd(await world.run(database, topic, world.record, { subscription }));

    expect(await world.effects(database.sql)).toEqual([2]);
    expect((await world.parkedCodes(database.sql)).map(({ key, code }) => [key, code])).toEqual([
      ['a', 'not-avro-framed'],
      ['b', 'unknown-schema-id'],
      ['a', 'waits-behind'],
    ]);
  });

  it('is parked when it is a whole value under the key of another', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ like: world.stock })];
    const running = await world.run(database, topic, async (message, sql) => {
      await sql.query('insert into effect (n) values ($1)', [(message.value as { onHand: number }).onHand]);
    });
    await world.send(
      topic,
      { key: 'a', value: world.stockValue('b', 1) },
      { key: 'b', value: world.stockValue('b', 2) },
    );
    await world.atEnd(running);
    expect(await world.effects(database.sql)).toEqual([2]);
    expect(await world.parkedCodes(database.sql)).toMatchObject([{ key: 'a', code: 'key-mismatch' }]);
  });

  it('stops the subscription, parking nothing more, when it is one of many keys', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const keys = Array.from({ length: 12 }, (_, index) => `k${index}`);
    for (const key of keys) await world.send(topic, { key, value: world.GARBAGE });
    const running = await world.run(database, topic);
    await world.eventually(() => world.status(running).state === 'stopped');

    expect(world.status(running)).toMatchObject({ code: 'too-many-parked' });
    expect((await world.parkedCodes(database.sql)).length).toBeLessThan(10);
    expect(running.problems).toEqual([]);
  });
});

describe('a key that is not text', () => {
  it('keeps its later messages behind the parked one, and those of another such key flow', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const [bad, good] = [Buffer.from([0xff, 0]), Buffer.from([0xfe, 0])];
    const send = (key: Buffer, n: number) =>
      world.producer.send({ topic: topic.name, messages: [{ key, value: world.numbered('k', n) }] });
    const refused = new Set([1]);
    const running = await world.run(database, topic, async (message, sql) => {
      if (refused.has(world.nOf(message))) throw new Error('no');
      await sql.query('insert into effect (n) values ($1)', [world.nOf(message)]);
    });
    const parked = () => database.sql.query('select "offset", key from messaging.parked order by "offset"');
    await send(bad, 1);
    await world.eventually(async () => (await parked()).length === 1);
    await send(bad, 2);
    await send(good, 3);
    await world.eventually(async () => (await world.effects(database.sql)).includes(3));
    expect(await world.effects(database.sql)).toEqual([3]);
    expect(await parked()).toEqual([0, 1].map((offset) => ({ offset, key: bad })));

    refused.clear();
    expect(await running.runner.parked.redrive({ subscription: 'under-test' }, 'me')).toEqual({
      handled: 2,
      failed: 0,
      left: 0,
    });
    await send(bad, 4);
    await world.eventually(async () => (await world.effects(database.sql)).length === 4);
    expect(await world.effects(database.sql)).toEqual([3, 1, 2, 4]);
  });
});

describe('on a topic of whole values', () => {
  it('a later value frees the key, and so does a tombstone', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ like: world.stock })];
    const running = await world.run(database, topic);
    for (const key of ['a', 'b', 'c']) await world.send(topic, { key, value: world.GARBAGE });
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 3);
    await world.send(topic, { key: 'a', value: world.stockValue('a', 7) }, { key: 'b', value: null });
    await world.eventually(async () => (await world.effects(database.sql)).length === 2);

    expect(await world.effects(database.sql, 'a')).toEqual([7]);
    expect(await world.effects(database.sql, 'b')).toEqual([-1]);
    expect((await world.parkedCodes(database.sql)).map(({ key }) => key)).toEqual(['c']);
    await world.atEnd(running);
  });
});

describe('redrive', () => {
  it('handles the messages of a key in their order, and what comes later after them', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const refused = new Set([1, 21]);
    const running = await world.run(database, topic, refusing(refused));
    const of = (key: string, ...ns: number[]) => ns.map((n) => ({ key, value: world.numbered(key, n) }));
    await world.send(topic, ...of('a', 1, 2, 3), ...of('b', 20, 21, 22));
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 5);

    refused.delete(1);
    expect(await running.runner.parked.redrive({ subscription: 'under-test', key: 'a' }, 'me')).toEqual({
      handled: 3,
      failed: 0,
      left: 0,
    });
    await world.send(topic, ...of('a', 4));
    await world.eventually(async () => (await world.effects(database.sql, 'a')).length === 4);
    expect(await world.effects(database.sql, 'a')).toEqual([1, 2, 3, 4]);

    expect(await running.runner.parked.redrive({ subscription: 'under-test' }, 'me')).toEqual({
      handled: 0,
      failed: 1,
      left: 2,
    });
    const [first] = await database.sql.query<{ history: unknown[] }>(
      'select history from messaging.parked order by "offset"',
    );
    expect(first!.history).toHaveLength(4);

    refused.clear();
    expect(await running.runner.parked.redrive({ subscription: 'under-test' }, 'me')).toEqual({
      handled: 2,
      failed: 0,
      left: 0,
    });
    expect(await world.effects(database.sql, 'b')).toEqual([20, 21, 22]);
  });

  it('by two at the same time handles a message once', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let isBroken = true;
    let entries = 0;
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    const running = await world.run(database, topic, async (message, sql) => {
      if (isBroken) throw new Error('broken');
      entries++;
      await left;
      await world.record(message, sql);
    });
    await world.send(topic, { key: 'a', value: world.numbered('a', 1) });
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 1);
    isBroken = false;
    const both = Promise.all([
      running.runner.parked.redrive({ subscription: 'under-test' }, 'me'),
      running.runner.parked.redrive({ subscription: 'under-test' }, 'me'),
    ]);
    await world.eventually(async () => {
      const waiting = await database.sql.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return entries + waiting.length >= 2;
    });
    leave();
    await both;
    expect(await world.effects(database.sql)).toEqual([1]);
  });

  it('against a stream of messages of the key, some of which fail, never breaks their order', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const all = Array.from({ length: 300 }, (_, n) => n);
    const refused = new Set(all.filter((n) => n % 60 === 0));
    const { runner } = await world.run(database, topic, refusing(refused));
    let isSending = true;
    const sending = (async () => {
      for (const n of all) await world.send(topic, { key: 'a', value: world.numbered('a', n) });
      isSending = false;
    })();
    await world.eventually(async () => {
      const [first] = (await runner.parked.list({ limit: 1 })).items;
      if (first?.code === 'handler-failed') refused.delete(first.offset);
      if (first) await runner.parked.redrive({ subscription: 'under-test' }, 'me');
      return !isSending && (await world.effects(database.sql)).length === all.length;
    }, 90_000);
    await sending;
    expect(await world.effects(database.sql)).toEqual(all);
    expect((await runner.parked.audit({ limit: 1 })).items).toHaveLength(1);
  }, 120_000);

  it('of a whole value is not overtaken by the one that comes meanwhile', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ like: world.stock })];
    const { opened, open } = world.gate();
    let [isBroken, isIn] = [true, false];
    const { runner } = await world.run(database, topic, async (message, sql) => {
      if (isBroken) throw new Error('broken');
      if (world.nOf(message) === 1) {
        isIn = true;
        await opened;
      }
      await world.record(message, sql);
    });
    await world.send(topic, { key: 'a', value: world.stockValue('a', 1) });
    await world.eventually(async () => (await world.parkedCodes(database.sql)).length === 1);
    isBroken = false;
    const redriving = runner.parked.redrive({ subscription: 'under-test' }, 'me');
    await world.eventually(() => isIn);
    await world.send(topic, { key: 'a', value: world.stockValue('a', 2) });
    await world.eventually(async () => {
      const blocked = await database.sql.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return blocked.length > 0 || (await world.effects(database.sql)).length > 0;
    });
    open();
    await redriving;
    await world.eventually(async () => (await world.effects(database.sql)).length === 2);
    expect(await world.effects(database.sql)).toEqual([1, 2]);
  });
});
