import type { Sql } from '@offset-zero/postgres';
import type { Failure } from './attempt.ts';
import { storeHeaders } from './headers.ts';
import type { Place } from './place.ts';
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
