import type { ClientBase, Pool, PoolClient, QueryResult } from 'pg';
import { isConnectionLost } from './errors.ts';

/** One SQL statement; give it a `name` and Postgres prepares it once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
  /** How long to wait for the answer, ms, where the pool's patience is too short. */
  timeoutMs?: number;
}

/** Where statements go: a pool (each commits by itself) or a transaction. Both look the same to who writes SQL. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(statement: Statement): Promise<Row[]>;
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** The given pool or client as `Sql`. */
export function sqlOf(target: Pool | ClientBase): Sql {
  return {
    async query<Row extends object>(statement: Statement | string, values?: unknown[]): Promise<Row[]> {
      const config = typeof statement === 'string' ? { text: statement, values } : patient(statement);
      const result: QueryResult<Row> = await target.query<Row>(config);
      return result.rows;
    },
  };
}

const patient = (statement: Statement): Statement =>
  statement.timeoutMs === undefined ? statement : Object.assign({ query_timeout: statement.timeoutMs }, statement);

/** A statement had failed and `work` went on all the same: Postgres answers such a COMMIT by rolling back. */
export class RolledBack extends Error {
  constructor() {
    super('The transaction was rolled back at its COMMIT, because a statement in it had failed');
    this.name = 'RolledBack';
  }
}

/**
 * Runs `work` between BEGIN and COMMIT; whatever it throws rolls back and is thrown on. Throws `RolledBack` when `work`
 * swallowed the error of a statement.
 */
export async function transaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new RolledBack();
    return result;
  } catch (error) {
    broken = isConnectionLost(error) ? (error as Error) : await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection that cannot even roll back is not handed to the next one. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
