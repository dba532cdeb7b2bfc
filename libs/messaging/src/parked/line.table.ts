import type { Sql } from '@offset-zero/postgres';
import type { Failure } from '../consume/attempt.ts';
import { restoreHeaders } from '../consume/headers.ts';
import type { Place } from '../consume/place.ts';
import type { Raw } from '../consume/received.ts';
import { WAITS_FOR } from '../waiting/missing.ts';

/** The parked messages of one key: a line, of which only the first may be handled. */
export interface Line {
  readonly at: Place;
  /** Empty for messages without a key. */
  readonly key: Buffer;
}

/** What is in `messaging.parked` of a line; its first four parameters are `lineValues`. */
export const OF_LINE = `subscription = $1 and topic = $2 and partition = $3 and coalesce(key, '') = $4`;
export const lineValues = ({ at, key }: Line): unknown[] => [at.subscription, at.topic, at.partition, key];

export interface Portion {
  /** Only messages after this offset. */
  after: number;
  messages: number;
  /** As many as fit, and at least one. */
  bytes: number;
}

/** What one transaction may take. */
export const MOST_AT_ONCE = { messages: 500, bytes: 2 ** 22 };

/** The first messages of a line, as they came: all of them replayed, or none. `waits`: the first waits for missing data. */
export async function firstParked(
  sql: Sql,
  line: Line,
  { after, messages, bytes }: Portion,
): Promise<{ raws: Raw[]; replayed: boolean; waits: boolean }> {
  const rows = await sql.query<{
    offset: number;
    key: Buffer | null;
    value: Buffer | null;
    headers: never;
    time: number;
    code: string;
    replayed: boolean;
  }>(
    `select "offset", key, value, headers, time, code, replayed
     from (
       select *, sum(coalesce(octet_length(value), 0)) over (order by "offset") - coalesce(octet_length(value), 0) as before
       from (
         select * from messaging.parked where ${OF_LINE} and "offset" > $5 order by "offset" limit $6
       ) as first
     ) as measured
     where before < $7 order by "offset"`,
    [...lineValues(line), after, messages, bytes],
  );
  const replayed = rows[0]?.replayed ?? false;
  const others = rows.findIndex((row) => row.replayed !== replayed);
  const raws = rows.slice(0, others < 0 ? rows.length : others).map(({ offset, key, value, headers, time }) => ({
    offset: String(offset),
    key,
    value,
    headers: restoreHeaders(headers),
    timestamp: String(time),
  }));
  return { raws, replayed, waits: rows[0]?.code === WAITS_FOR };
}

/** Forgets these messages of a line, and those before `superseded`. Gives the offsets of what was there. */
export async function unpark(sql: Sql, line: Line, offsets: number[], superseded: number): Promise<number[]> {
  const gone = await sql.query<{ offset: number }>(
    `delete from messaging.parked where ${OF_LINE} and ("offset" = any($5::bigint[]) or "offset" < $6)
     returning "offset"`,
    [...lineValues(line), offsets, superseded],
  );
  return gone.map(({ offset }) => offset);
}

/** Adds a failure to what a parked message has behind it. False: it is no longer parked. */
export async function noteFailure(
  sql: Sql,
  { subscription, topic, partition }: Place,
  offset: number,
  code: string,
  failure: Failure,
): Promise<boolean> {
  const noted = await sql.query(
    `update messaging.parked set code = $5, error = $6, waits_for = null, history = (history::jsonb || $7::jsonb)::json
     where subscription = $1 and topic = $2 and partition = $3 and "offset" = $4 returning 1`,
    [subscription, topic, partition, offset, code, failure.error, JSON.stringify([failure])],
  );
  return noted.length > 0;
}
