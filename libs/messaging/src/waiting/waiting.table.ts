import type { Sql } from '@offset-zero/postgres';
import type { Line } from '../parked/line.table.ts';
import type { Place } from '../consume/place.ts';

/** What a subscription has put aside, in messages. */
export interface Aside {
  /** Behind something that failed, and that itself. */
  parked: number;
  /** How long the longest has been parked, ms; 0 where nothing is. */
  oldestParkedMs: number;
  /** Behind something that misses what it refers to, and that itself. */
  waiting: number;
  /** How long the longest has been waiting, ms; 0 where nothing waits. */
  oldestWaitingMs: number;
}

/** The first message of each key says what it and all behind it are waiting for. */
export async function countAside(sql: Sql, subscription: string): Promise<Aside> {
  const [row] = await sql.query<Aside & Record<string, unknown>>({
    name: 'count-aside',
    text: `select count(*) filter (where not waits) as parked, count(*) filter (where waits) as waiting,
             coalesce(extract(epoch from now() - min(parked_at) filter (where not waits)) * 1000, 0)::float8 as "oldestParkedMs",
             coalesce(extract(epoch from now() - min(parked_at) filter (where waits)) * 1000, 0)::float8 as "oldestWaitingMs"
           from (
             select parked_at, first_value(code) over (
               partition by topic, partition, coalesce(key, '') order by "offset") = 'waits-for' as waits
             from messaging.parked where subscription = $1
           ) as aside`,
    values: [subscription],
  });
  return row!;
}

/** A line whose first message waits. */
export interface Waiting {
  line: Line;
  /** Null where it waits only for its turn. */
  waitsFor: string | null;
  /** How long it has been put aside, ms. */
  ageMs: number;
}

/** Every line of these subscriptions that waits. */
export async function waitingLines(sql: Sql, subscriptions: string[]): Promise<Waiting[]> {
  const rows = await sql.query<Place & { key: Buffer; waitsFor: string | null; ageMs: number }>({
    name: 'waiting-lines',
    text: `select subscription, topic, partition, coalesce(key, '') as key, waits_for as "waitsFor",
             (extract(epoch from now() - parked_at) * 1000)::float8 as "ageMs"
           from messaging.parked as p where code = 'waits-for' and subscription = any($1) and not exists (
             select from messaging.parked as before
             where before.subscription = p.subscription and before.topic = p.topic and before.partition = p.partition
               and coalesce(before.key, '') = coalesce(p.key, '') and before."offset" < p."offset")`,
    values: [subscriptions],
  });
  return rows.map(({ subscription, topic, partition, key, waitsFor, ageMs }) => ({
    line: { at: { subscription, topic, partition }, key },
    waitsFor,
    ageMs,
  }));
}
