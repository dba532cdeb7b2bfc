import { connect, type Sql, sqlOf } from '@offset-zero/postgres';
import type { Client } from 'pg';
import { pause } from './patience.ts';

const LOCK = 0x0b0c;
const ASK_AGAIN_MS = 200;
const LAST_WORD_MS = 1_000;

/** The right to publish, for as long as its session lives. */
export interface Office {
  sql: Sql;
  /** Gives signs of life to the database while `work` is busy elsewhere. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Gives the lock back, without waiting for a server that does not answer. */
  leave(): Promise<void>;
}

export interface Candidacy {
  databaseUrl: string;
  lockTimeoutMs: number;
  signal: AbortSignal;
  /** Another one has the office; told each time it is asked for. */
  onTaken(): void;
}

/**
 * Waits until the office is free and takes it. The lock only keeps instances from fencing each other in turn; that nobody
 * publishes twice is the transactional producer's doing. A holder that is stopped loses the lock by itself, since the
 * server ends a session that gives no sign of life. It is asked for again and again, because a session that waits in
 * `pg_advisory_lock` holds back vacuum. Returns undefined when aborted; throws when the database is away.
 */
export async function takeOffice(candidacy: Candidacy): Promise<Office | undefined> {
  const { databaseUrl, lockTimeoutMs, signal, onTaken } = candidacy;
  const db = await connect(databaseUrl, { query_timeout: lockTimeoutMs, application_name: 'outbox relay' });
  try {
    await db.query(`set idle_session_timeout = ${lockTimeoutMs}; set synchronous_commit = on`);
    while (!signal.aborted) {
      const { rows } = await db.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      if (rows[0]?.mine) return officeOn(db, lockTimeoutMs);
      onTaken();
      await pause(ASK_AGAIN_MS, signal);
    }
  } catch (error) {
    await release(db);
    throw error;
  }
  await release(db);
  return undefined;
}

/** Signs of life only between the queries: a client of pg takes one at a time. */
function officeOn(db: Client, lockTimeoutMs: number): Office {
  return {
    sql: sqlOf(db),
    async during(work) {
      let sign: Promise<unknown> | undefined;
      const timer = setInterval(() => {
        sign ??= db
          .query('select')
          .catch(() => {}) // the next query tells
          .finally(() => (sign = undefined));
      }, lockTimeoutMs / 5);
      try {
        return await work;
      } finally {
        clearInterval(timer);
        await sign;
      }
    },
    leave: () => release(db),
  };
}

async function release(db: Client): Promise<void> {
  const late = setTimeout(() => db.connection?.stream.destroy(), LAST_WORD_MS);
  await db.end().catch(() => {});
  clearTimeout(late);
}
