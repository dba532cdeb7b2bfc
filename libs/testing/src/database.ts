import { randomBytes } from 'node:crypto';
import { connect, createPool, type Sql, sqlOf } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import { servers } from './servers.ts';

export interface FreshDatabase {
  url: string;
  pool: Pool;
  sql: Sql;
  drop(): Promise<void>;
}

/** A database and a role of its own, empty, as a service would own it. Drop it after the test. */
export async function freshDatabase(prefix = 'test'): Promise<FreshDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (sql) => {
    await sql.query(`create role ${name} login password '${name}'`);
    await sql.query(`create database ${name} owner ${name}`);
  });
  const url = new URL(servers().postgresUrl);
  Object.assign(url, { username: name, password: name, pathname: `/${name}` });
  const pool = createPool(url.href);
  return {
    url: url.href,
    pool,
    sql: sqlOf(pool),
    async drop() {
      await pool.end();
      await asSuperuser(async (sql) => {
        await sql.query(`drop database if exists ${name} with (force)`);
        await sql.query(`drop role if exists ${name}`);
      });
    },
  };
}

async function asSuperuser(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const client = await connect(servers().postgresUrl);
  try {
    await work(sqlOf(client));
  } finally {
    await client.end();
  }
}
