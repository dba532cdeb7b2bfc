import { type Sql, transaction } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import type { Failure } from '../consume/attempt.ts';
import type { Place } from '../consume/place.ts';
import { lockPosition } from '../consume/position.table.ts';
import { type Line, lineValues, OF_LINE } from '../parked/line.table.ts';

/** Notes what a message misses now. It is no failure, and leaves no history. False: it is no longer put aside. */
export async function goOnWaiting(
  sql: Sql,
  { subscription, topic, partition }: Place,
  offset: number,
  error: string,
  waitsFor: string,
): Promise<boolean> {
  const noted = await sql.query(
    `update messaging.parked set code = 'waits-for', error = $5, waits_for = $6, begun = 0
     where subscription = $1 and topic = $2 and partition = $3 and "offset" = $4 returning 1`,
    [subscription, topic, partition, offset, error, waitsFor],
  );
  return noted.length > 0;
}

const FIRST = `"offset" = (select min("offset") from messaging.parked where ${OF_LINE})`;

export interface Begun {
  offset: number;
  /** Tries that have begun and not ended, with this one. */
  tries: number;
}

/**
 * Writes down that the first message of a line is going to be tried, once who is just handling the partition has
 * committed. Undefined: it does not wait.
 */
export function beginTry(pool: Pool, line: Line): Promise<Begun | undefined> {
  return transaction(pool, async (sql) => {
    await lockPosition(sql, line.at);
    const [begun] = await sql.query<Begun & Record<string, unknown>>(
      `update messaging.parked set begun = begun + 1 where ${OF_LINE} and ${FIRST} and code = 'waits-for'
       returning "offset", begun as tries`,
      lineValues(line),
    );
    return begun;
  });
}

/** The tries have ended, and not by a death. */
export async function endTries(sql: Sql, line: Line): Promise<void> {
  await sql.query(`update messaging.parked set begun = 0 where ${OF_LINE} and begun > 0`, lineValues(line));
}

/** What was behind a message that was handled is the first now: it waits to be handled like the one before it. */
export async function moveUp(sql: Sql, line: Line): Promise<void> {
  await sql.query(
    `update messaging.parked set code = 'waits-for' where ${OF_LINE} and ${FIRST} and code = 'waits-behind'`,
    lineValues(line),
  );
}

/** It waits no longer: it has failed, as its history tells. */
export async function parkFirst(
  sql: Sql,
  { subscription, topic, partition }: Place,
  offset: number,
  code: string,
  error: string,
  failures: Failure[],
): Promise<void> {
  await sql.query(
    `update messaging.parked
     set code = $5, error = $6, waits_for = null, begun = 0, history = (history::jsonb || $7::jsonb)::json
     where subscription = $1 and topic = $2 and partition = $3 and "offset" = $4`,
    [subscription, topic, partition, offset, code, error, JSON.stringify(failures)],
  );
}
