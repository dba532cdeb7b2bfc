import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '@offset-zero/testing';
import { createPool, isTransient, RolledBack, sqlOf, transaction } from '../src/index.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('postgres');
  await database.sql.query('create table thing (id int primary key)');
});

afterAll(() => database.drop());

const insert = (id: number) => ({ text: 'insert into thing values ($1)', values: [id] });
const ids = async () =>
  (await database.sql.query<{ id: number }>('select id from thing order by id')).map(({ id }) => id);

describe('a transaction', () => {
  it('keeps all of it and gives what the work gave', async () => {
    expect(await transaction(database.pool, (sql) => sql.query(insert(1)).then(() => 'done'))).toBe('done');
    expect(await ids()).toEqual([1]);
  });

  it('keeps nothing when the work throws, and throws it on', async () => {
    const failing = transaction(database.pool, async (sql) => {
      await sql.query(insert(2));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ids()).toEqual([1]);
  });

  it('does not take a COMMIT for done that Postgres turned into a rollback', async () => {
    const swallowing = transaction(database.pool, async (sql) => {
      await sql.query(insert(3));
      await sql.query(insert(1)).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow(RolledBack);
    expect(await ids()).toEqual([1]);
  });

  it('leaves the pool with working connections, whatever happened in it', async () => {
    const failing = () => transaction(database.pool, (sql) => sql.query('not SQL')).catch(() => {});
    await Promise.all(Array.from({ length: 20 }, failing));
    expect(await Promise.all(Array.from({ length: 20 }, ids))).toHaveLength(20);
    expect(database.pool.totalCount).toBeLessThanOrEqual(5);
  });

  it('whose connection is cut between two statements rejects with what may heal, and the process lives on', async () => {
    const pool = createPool(database.url, { max: 1 });
    const cut = transaction(pool, async (sql) => {
      const [own] = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.sql.query('select pg_terminate_backend($1)', [own!.pid]);
      await gone(own!.pid);
      await new Promise(setImmediate); // the socket is heard outside of every query
      await sql.query(insert(4));
    });
    expect(isTransient(await cut.catch((error: unknown) => error))).toBe(true);
    expect(await sqlOf(pool).query('select 1 as one')).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('keeps a healthy connection when a deadlock or a refusal ends it', async () => {
    const pool = createPool(database.url, { max: 1 });
    const pid = async () => (await sqlOf(pool).query('select pg_backend_pid() as pid'))[0];
    const before = await pid();
    for (const code of ['40P01', '25006']) {
      await transaction(pool, () => Promise.reject(Object.assign(new Error(code), { code }))).catch(() => {});
    }
    expect(await pid()).toEqual(before);
    await pool.end();
  });
});

const gone = async (pid: number) => {
  while ((await database.sql.query('select from pg_stat_activity where pid = $1', [pid])).length > 0);
};

describe('a query without an answer', () => {
  it('fails with what may heal, once the patience is over', async () => {
    const pool = createPool(database.url, { query_timeout: 50 });
    const error: unknown = await sqlOf(pool)
      .query('select pg_sleep(60)')
      .catch((error: unknown) => error);
    expect(isTransient(error)).toBe(true);
    await pool.end();
  });

  it('is waited for by a statement that says so', async () => {
    const pool = createPool(database.url, { query_timeout: 50 });
    const slow = { text: 'select 1 as one from pg_sleep(0.2)', timeoutMs: 20_000 };
    expect(await sqlOf(pool).query(slow)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('ends a transaction that waits for it, at once', async () => {
    const pool = createPool(database.url, { query_timeout: 50 });
    const silent = transaction(pool, (sql) => sql.query('select pg_sleep(60)'));
    expect(isTransient(await silent.catch((error: unknown) => error))).toBe(true);
    expect(pool.totalCount).toBe(0);
    await pool.end();
  });
});
