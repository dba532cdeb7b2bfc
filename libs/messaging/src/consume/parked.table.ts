import type { Sql } from '@offset-zero/postgres';
import type { Failure } from './attempt.ts';
import { restoreHeaders, storeHeaders } from './headers.ts';
import type { Place } from './place.ts';
import type { Raw } from './received.ts';
import type { ToPark } from './triage.ts';

const HERE = 'subscription = $1 and topic = $2 and partition = $3';
const here = ({ subscription, topic, partition }: Place): unknown[] => [subscription, topic, partition];

/** Keeps the messages as they came; `history` is that of the one message that was tried. */
export async function park(sql: Sql, at: Place, messages: ToPark[], history: Failure[]): Promise<void> {
  const column = <T>(read: (each: ToPark) => T): T[] => messages.map(read);
  await sql.query(
    `insert into messaging.parked
       (subscription, topic, partition, history, "offset", key, value, headers, time, code, error)
     select $1, $2, $3, $4::json, * from unnest(
       $5::bigint[], $6::bytea[], $7::bytea[], $8::json[], $9::bigint[], $10::text[], $11::text[])
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
    ],
  );
}

const KEY = "coalesce(key, '')";
const bytes = (identity: string): Buffer => Buffer.from(identity, 'latin1');
const named = (key: string | undefined): Buffer | null => (key === undefined ? null : Buffer.from(key));

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

export async function unparkPartition(sql: Sql, at: Place): Promise<void> {
  await sql.query(`delete from messaging.parked where ${HERE}`, here(at));
}

/** The first parked messages of a key in the log's order, as they came. */
export async function firstParked(sql: Sql, at: Place, key: Buffer, limit: number): Promise<Raw[]> {
  const rows = await sql.query<{
    offset: number;
    key: Buffer | null;
    value: Buffer | null;
    headers: never;
    time: number;
  }>(
    `select "offset", key, value, headers, time from messaging.parked
     where ${HERE} and ${KEY} = $4 order by "offset" limit $5`,
    [...here(at), key, limit],
  );
  return rows.map(({ offset, key, value, headers, time }) => ({
    offset: String(offset),
    key,
    value,
    headers: restoreHeaders(headers),
    timestamp: String(time),
  }));
}

export async function unpark(sql: Sql, at: Place, offsets: number[]): Promise<void> {
  await sql.query(`delete from messaging.parked where ${HERE} and "offset" = any($4::bigint[])`, [
    ...here(at),
    offsets,
  ]);
}

/** Adds a failure to what a parked message has behind it. */
export async function noteFailure(sql: Sql, at: Place, offset: number, failure: Failure): Promise<void> {
  await sql.query(
    `update messaging.parked set error = $5, history = (history::jsonb || $6::jsonb)::json
     where ${HERE} and "offset" = $4`,
    [...here(at), offset, failure.error, JSON.stringify([failure])],
  );
}

/** Partitions and keys with something parked, of a subscription or of one key of it. */
export function parkedPlaces(
  sql: Sql,
  subscription: string,
  key: string | undefined,
): Promise<{ topic: string; partition: number; key: Buffer }[]> {
  return sql.query(
    `select distinct topic, partition, ${KEY} as key from messaging.parked
     where subscription = $1 and ($2::bytea is null or ${KEY} = $2)`,
    [subscription, named(key)],
  );
}

/** How many are parked, of a subscription or of one key of it. */
export async function countParked(sql: Sql, subscription: string, key?: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>({
    name: 'count-parked',
    text: `select count(*) from messaging.parked where subscription = $1 and ($2::bytea is null or ${KEY} = $2)`,
    values: [subscription, named(key)],
  });
  return row!.count;
}
