import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, topics } from '@offset-zero/contracts';
import { connect, sqlOf, transaction } from '@offset-zero/postgres';
import { eventually } from '@offset-zero/testing';
import { FactTooLarge, outboxDepth } from '../src/index.ts';
import { nextRows } from '../src/statements.ts';
import { createWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.database.sql.query('create table thing (id text primary key, version int not null)');
});

afterAll(() => world.close());

const sample = topics.customer.records.Customer.sample;
const customer = (key: string, version: number) =>
  fact(topics.customer, 'Customer', key, { ...sample, customerId: key, version }, version);
const rows = () =>
  world.database.sql.query<{ key: string; version: string }>(
    `select key, headers ->> 'ce_version' as version from outbox order by id`,
  );

const insert = (id: string) => ({
  name: 'insert-thing',
  text: 'insert into thing (id, version) values ($1, 1) on conflict do nothing returning id, version',
  values: [id],
});
const update = (id: string, version: number) => ({
  name: 'update-thing',
  text: 'update thing set version = version + 1 where id = $1 and version = $2 returning version',
  values: [id, version],
});

describe('append', () => {
  it('keeps what the transaction keeps, in the order given', async () => {
    await transaction(world.database.pool, (sql) =>
      world.outbox.append(sql, [customer('a', 1), customer('a', 2), customer('b', 1)]),
    );
    const undone = transaction(world.database.pool, async (sql) => {
      await world.outbox.append(sql, [customer('c', 1)]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([
      { key: 'a', version: '1' },
      { key: 'a', version: '2' },
      { key: 'b', version: '1' },
    ]);
    expect(await outboxDepth(world.database.sql)).toMatchObject({ rows: 3 });
    await world.database.sql.query('delete from outbox');
    expect(await outboxDepth(world.database.sql)).toEqual({ rows: 0, oldestSeconds: 0 });
  });

  it('refuses what could never be published, before anything is written', async () => {
    const huge = fact(topics.customer, 'Customer', 'x', { ...sample, lastName: 'x'.repeat(1_000_000) }, 1);
    await expect(world.outbox.append(world.database.sql, [customer('a', 1), huge])).rejects.toThrow(FactTooLarge);
    expect(await rows()).toEqual([]);
  });
});

describe('a look beyond the batch in hand', () => {
  const ids = async () =>
    (await world.database.sql.query<{ id: number }>('select id from outbox order by id')).map(({ id }) => id);
  const beyond = async (after: number, inHand: number) =>
    (await world.database.sql.query<{ id: number }>({ ...nextRows, values: [10, 1_000, after, inHand] })).map(
      ({ id }) => id,
    );

  it('sees what follows, but nothing when something older has committed since', async () => {
    const { sql, url } = world.database;
    await sql.query('delete from outbox');
    const late = await connect(url);
    await late.query('begin');
    await world.outbox.append(sqlOf(late), [customer('late', 1)]);
    await world.outbox.append(sql, [customer('a', 1), customer('b', 1), customer('c', 1)]);
    const [, second, third] = await ids();
    expect(await beyond(second!, 2)).toEqual([third]);
    await late.query('commit');
    await late.end();
    expect(await beyond(second!, 2)).toEqual([]);
    expect(await beyond(0, 0)).toEqual(await ids());
    await sql.query('delete from outbox');
  });

  it('ends where the bytes do, but never before the first row', async () => {
    const { sql } = world.database;
    await sql.query(
      `insert into outbox (event_id, topic, key, value, headers) select gen_random_uuid(), 't', 'k', decode(repeat('ab', n), 'hex'), '{}' from unnest(array[5000, 400, 400, 400]) n`,
    );
    const [big, second, third, fourth] = await ids();
    expect(await beyond(0, 0)).toEqual([big]);
    expect(await beyond(big!, 1)).toEqual([second, third, fourth]);
    await sql.query('delete from outbox');
  });
});

describe('write', () => {
  it('changes the row and appends its facts, or neither', async () => {
    const { sql } = world.database;
    expect(await world.outbox.write(sql, insert('one'), [customer('one', 1)])).toEqual([{ id: 'one', version: 1 }]);
    expect(await world.outbox.write(sql, insert('one'), [customer('one', 1)])).toEqual([]);
    expect(await world.outbox.write(sql, update('one', 9), [customer('one', 10)])).toEqual([]);
    expect(await rows()).toEqual([{ key: 'one', version: '1' }]);
  });

  it('refuses a second statement under the name of another, which would run in its place', async () => {
    const { sql } = world.database;
    await world.outbox.write(sql, insert('named'), []);
    const other = { ...insert('other'), text: 'delete from thing where id = $1 returning id' };
    await expect(world.outbox.write(sql, other, [])).rejects.toThrow('insert-thing');
  });

  it('draws its outbox ids after the row lock: a writer that waited comes later', async () => {
    await world.database.sql.query(`delete from outbox; insert into thing values ('raced', 1)`);
    const [first, second] = await Promise.all([connect(world.database.url), connect(world.database.url)]);
    try {
      await first.query('begin');
      await first.query(`select from thing where id = 'raced' for update`);
      const waits = sqlOf(second).query.bind(sqlOf(second));
      const anyVersion = {
        name: 'bump-thing',
        text: 'update thing set version = version + 1 where id = $1 returning version',
        values: ['raced'],
      };
      const waiting = world.outbox.write({ query: waits }, anyVersion, [customer('raced', 3)]);
      await eventually(async () => {
        const [lock] = await world.database.sql.query<{ waiting: number }>(
          `select count(*) as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(lock!.waiting).toBe(1);
      });
      await world.outbox.write(sqlOf(first), anyVersion, [customer('raced', 2)]);
      await first.query('commit');
      expect(await waiting).toEqual([{ version: 3 }]);
    } finally {
      await Promise.all([first.end(), second.end()]);
    }
    expect((await rows()).map(({ version }) => version)).toEqual(['2', '3']);
  });
});
