import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool, sqlOf } from '@offset-zero/postgres';
import { type FreshDatabase, freshDatabase } from '@offset-zero/testing';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { openDatabase } from '../src/database/open.ts';
import { typeOrmOptions } from '../src/database/type-orm.ts';

class Slow1700000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('select pg_sleep(0.3)');
    await runner.query('create table slow ()');
  }

  async down(): Promise<void> {}
}

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('service');
});
afterAll(() => database.drop());

it('a migration may take longer than a request would wait, and runs once', async () => {
  const pool = createPool(database.url, { query_timeout: 150 });
  const source = new DataSource(typeOrmOptions(pool, [Slow1700000000000]) as DataSourceOptions);
  await openDatabase(database.url, source, []);
  await openDatabase(database.url, source, []);
  expect(await source.query('select * from slow')).toEqual([]);
  expect(await sqlOf(pool).query('select name from migrations')).toEqual([{ name: 'Slow1700000000000' }]);
  await pool.end();
});
