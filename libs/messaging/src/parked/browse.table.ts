import type { Sql } from '@offset-zero/postgres';
import type { Failure } from '../consume/attempt.ts';
import type { StoredHeaders } from '../consume/headers.ts';
import { cursorOf, placeOf } from './cursor.ts';
import type { Line } from './line.table.ts';
import type { Page, ParkedFilter, ParkedMessage, ParkedPlace } from './parked.ts';

type Row = Omit<ParkedMessage, 'key' | 'waitsFor' | 'parkedAt'> & {
  key: Buffer | null;
  waitsFor: string | null;
  parkedAt: Date;
};

/** The first of a line says what all of it waits for. */
const STATE = `case (
  select code from messaging.parked as first
  where (first.subscription, first.topic, first.partition) = (parked.subscription, parked.topic, parked.partition)
    and coalesce(first.key, '') = coalesce(parked.key, '')
  order by first."offset" limit 1
) when 'waits-for' then 'waiting' else 'parked' end`;
const COLUMNS = `subscription, topic, partition, "offset", key, ${STATE} as state, code, error, waits_for as "waitsFor",
  parked_at as "parkedAt", time, coalesce(octet_length(value), 0) as bytes, json_array_length(history) as tries`;

const messageOf = ({ key, waitsFor, parkedAt, ...row }: Row): ParkedMessage => ({
  ...row,
  key: key?.toString() ?? null,
  ...(waitsFor !== null && { waitsFor }),
  parkedAt: parkedAt.toISOString(),
});

/** One page, without the values: those may be long. */
export async function listParked(sql: Sql, filter: ParkedFilter): Promise<Page<ParkedMessage>> {
  const { subscription = null, key, state = null, after, limit } = filter;
  const place = after === undefined ? undefined : placeOf(after);
  const rows = await sql.query<Row>(
    `select ${COLUMNS} from messaging.parked
     where ($1::text is null or subscription = $1) and ($2::bytea is null or coalesce(key, '') = $2)
       and ($3::text is null or ${STATE} = $3)
       and ($4::text is null or (subscription, topic, partition, "offset") > ($4, $5, $6::integer, $7::bigint))
     order by subscription, topic, partition, "offset" limit $8`,
    [
      subscription,
      key === undefined ? null : Buffer.from(key),
      state,
      place?.subscription ?? null,
      place?.topic ?? null,
      place?.partition ?? null,
      place?.offset ?? null,
      limit + 1,
    ],
  );
  const items = rows.slice(0, limit).map(messageOf);
  return rows.length > limit ? { items, next: cursorOf(items.at(-1)!) } : { items };
}

export interface Whole {
  message: ParkedMessage;
  key: Buffer | null;
  value: Buffer | null;
  headers: StoredHeaders;
  history: Failure[];
}

export async function findParked(sql: Sql, at: ParkedPlace): Promise<Whole | undefined> {
  const [row] = await sql.query<Row & Omit<Whole, 'message'>>(
    `select ${COLUMNS}, value, headers, history from messaging.parked
     where subscription = $1 and ($2::text is null or topic = $2) and partition = $3 and "offset" = $4
     order by topic limit 1`,
    [at.subscription, at.topic ?? null, at.partition, at.offset],
  );
  if (!row) return undefined;
  const { value, headers, history, ...rest } = row;
  return { message: messageOf(rest), key: row.key, value, headers, history };
}

/** The line that a parked message stands in. */
export async function lineAt(sql: Sql, place: ParkedPlace): Promise<Line | undefined> {
  const found = await findParked(sql, place);
  if (!found) return undefined;
  const { subscription, topic, partition } = found.message;
  return { at: { subscription, topic, partition }, key: found.key ?? Buffer.alloc(0) };
}
