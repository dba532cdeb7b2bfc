import { connect, createPool } from '@offset-zero/postgres';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { typeOrmOptions } from './type-orm.ts';

/** Any number, as long as every instance of a service takes the same one; locks are per database. */
const MIGRATION_LOCK = 7_001_001;

/**
 * Brings the schema up to date and makes TypeORM usable. The shared schemas first (they are idempotent), then the
 * service's own migrations; one instance at a time, under an advisory lock. Throws what Postgres says; call again.
 */
export async function openDatabase(url: string, dataSource: DataSource, shared: readonly string[]): Promise<void> {
  const client = await connect(url);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    for (const schema of shared) await client.query(schema);
    await migrate(url, dataSource.options.migrations);
    if (!dataSource.isInitialized) await dataSource.initialize();
  } finally {
    await client.end();
  }
}

/** On a connection of its own: an index may take longer than a request would wait. */
async function migrate(url: string, migrations: DataSourceOptions['migrations']): Promise<void> {
  const pool = createPool(url, { max: 1, query_timeout: 0 });
  const source = new DataSource({ ...typeOrmOptions(pool, []), migrations } as DataSourceOptions);
  try {
    await source.initialize();
    await source.runMigrations();
  } finally {
    await pool.end();
  }
}
