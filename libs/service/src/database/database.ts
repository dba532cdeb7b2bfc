import { createPool, type Sql, sqlOf } from '@offset-zero/postgres';
import type { Pool } from 'pg';

/** A request gives up (503) rather than wait for ever, and a stuck one does not hold its locks for ever. */
const PATIENCE = { lock_timeout: 10_000, idle_in_transaction_session_timeout: 15_000 };

/** The service's own database: one pool, used by TypeORM and by prepared statements alike. */
export class Database {
  readonly pool: Pool;
  /** Each statement commits by itself. Name a hot one and Postgres prepares it once per connection. */
  readonly sql: Sql;
  /** True once the migrations have run. */
  ready = false;

  constructor(url: string, onError: (error: Error) => void) {
    this.pool = createPool(url, { max: 5, keepAlive: true, ...PATIENCE }, onError);
    this.sql = sqlOf(this.pool);
  }
}
