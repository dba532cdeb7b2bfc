import type { Sql } from '@offset-zero/postgres';
import { WAITS_FOR } from '../waiting/missing.ts';
import type { Failure } from './attempt.ts';
import { restoreHeaders, storeHeaders } from './headers.ts';
import type { Place } from './place.ts';
import type { Raw } from './received.ts';
import type { ToPark } from './triage.ts';

const HERE = 'subscription = $1 and topic = $2 and partition = $3';
const here = ({ subscription, topic, partition }: Place): unknown[] => [subscription, topic, partition];

/** Keeps the messages as they came; `history` is that of the one message that was tried. */
export async function park(
  sql: Sql,
  at: Place,
  messages: ToPark[],
  history: Failure[],
  replayed: boolean,
): Promise<void> {
  const column = <T>(read: (each: ToPark) => T): T[] => messages.map(read);
  await sql.query(
    `insert into messaging.parked
       (subscription, topic, partition, history, replayed, "offset", key, value, headers, time, code, error, waits_for)
     select $1, $2, $3, $4::json, $12::boolean, * from unnest(
       $5::bigint[], $6::bytea[], $7::bytea[], $8::json[], $9::bigint[], $10::text[], $11::text[], $13::text[])
     on conflict do nothing`,
    [
      ...here(at),
      JSON.stringify(history),
      column(({ message }) => message.offset),
      column(({ message }) => message.raw.key),
      column(({ message }) => message.raw.value),
      column(({ message }) => storeHeaders(message.raw.headers)),
      column(({ message }) => message.time),
      column(({ fault }) => fault.code),
      column(({ fault }) => fault.error),
      replayed,
      column(({ fault }) => fault.waitsFor ?? null),
    ],
  );
}

const KEY = "coalesce(key, '')";
const bytes = (identity: string): Buffer => Buffer.from(identity, 'latin1');

/** Those of the given keys, or of all, that have something parked; keys by their `identity`. */
export async function parkedKeys(sql: Sql, at: Place, among?: string[]): Promise<Set<string>> {
  const rows = await sql.query<{ key: Buffer }>(
    `select distinct ${KEY} as key from messaging.parked where ${HERE} and ($4::bytea[] is null or ${KEY} = any($4))`,
    [...here(at), among?.map(bytes) ?? null],
  );
  return new Set(rows.map(({ key }) => key.toString('latin1')));
}

/** Forgets what is parked for these keys (`identity`). */
export async function unparkKeys(sql: Sql, at: Place, keys: Iterable<string>): Promise<void> {
  await sql.query(`delete from messaging.parked where ${HERE} and ${KEY} = any($4::bytea[])`, [
    ...here(at),
    [...keys].map(bytes),
  ]);
}

/** Whether anything is parked at `offset` or later. */
export async function hasParkedFrom(sql: Sql, at: Place, offset: number): Promise<boolean> {
  const found = await sql.query(`select from messaging.parked where ${HERE} and "offset" >= $4 limit 1`, [
    ...here(at),
    offset,
  ]);
  return found.length > 0;
}

export async function unparkPartition(sql: Sql, at: Place): Promise<void> {
  await sql.query(`delete from messaging.parked where ${HERE}`, here(at));
}

/** The parked messages of one key: a line, of which only the first may be handled. */
export interface Line {
  readonly at: Place;
  /** Empty for messages without a key. */
  readonly key: Buffer;
}

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
  { at, key }: Line,
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
         select * from messaging.parked where ${HERE} and ${KEY} = $4 and "offset" > $5 order by "offset" limit $6
       ) as first
     ) as measured
     where before < $7 order by "offset"`,
    [...here(at), key, after, messages, bytes],
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
export async function unpark(sql: Sql, { at, key }: Line, offsets: number[], superseded: number): Promise<number[]> {
  const gone = await sql.query<{ offset: number }>(
    `delete from messaging.parked where ${HERE} and ${KEY} = $4 and ("offset" = any($5::bigint[]) or "offset" < $6)
     returning "offset"`,
    [...here(at), key, offsets, superseded],
  );
  return gone.map(({ offset }) => offset);
}

/** Adds a failure to what a parked message has behind it. False: it is no longer parked. */
export async function noteFailure(
  sql: Sql,
  at: Place,
  offset: number,
  code: string,
  failure: Failure,
): Promise<boolean> {
  const noted = await sql.query(
    `update messaging.parked set code = $5, error = $6, waits_for = null, history = (history::jsonb || $7::jsonb)::json
     where ${HERE} and "offset" = $4 returning 1`,
    [...here(at), offset, code, failure.error, JSON.stringify([failure])],
  );
  return noted.length > 0;
}

/** Which lines: those of a subscription, of one key or partition of it. */
export interface Lines {
  subscription: string;
  key?: Buffer | undefined;
  partition?: number | undefined;
}

const AMONG = `subscription = $1 and ($2::bytea is null or ${KEY} = $2) and ($3::integer is null or partition = $3)`;
const among = ({ subscription, key, partition }: Lines): unknown[] => [subscription, key ?? null, partition ?? null];
const LINES_AT_ONCE = 200;

/** Every line, as it is when asked for the next. */
export async function* linesOf(sql: Sql, lines: Lines): AsyncGenerator<Line> {
  let last: { topic: string; partition: number; key: Buffer } = { topic: '', partition: 0, key: Buffer.alloc(0) };
  for (;;) {
    const page = await sql.query<typeof last>(
      `select distinct topic, partition, ${KEY} as key from messaging.parked
       where ${AMONG} and (topic, partition, ${KEY}) > ($4, $5::integer, $6::bytea)
       order by topic, partition, key limit $7`,
      [...among(lines), last.topic, last.partition, last.key, LINES_AT_ONCE],
    );
    for (const { topic, partition, key } of page) {
      yield { at: { subscription: lines.subscription, topic, partition }, key };
    }
    if (page.length < LINES_AT_ONCE) return;
    last = page.at(-1)!;
  }
}

/** How many messages are parked in these lines. */
export async function countParked(sql: Sql, lines: Lines): Promise<number> {
  const [row] = await sql.query<{ count: number }>({
    name: 'count-parked',
    text: `select count(*) from messaging.parked where ${AMONG}`,
    values: among(lines),
  });
  return row!.count;
}

/**
 * How many keys have come to a stop within the last hour, whoever parked them, and still stand: those with a message that
 * failed itself.
 */
export async function countKeysParkedLately(sql: Sql, subscription: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(distinct (topic, partition, ${KEY})) from messaging.parked
     where subscription = $1 and code not in ('waits-behind', 'waits-for') and parked_at > now() - interval '1 hour'`,
    [subscription],
  );
  return row!.count;
}
