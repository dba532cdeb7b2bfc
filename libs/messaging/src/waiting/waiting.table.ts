import type { Sql } from '@offset-zero/postgres';

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
