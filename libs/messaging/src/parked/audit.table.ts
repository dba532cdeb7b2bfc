import type { Sql } from '@offset-zero/postgres';
import type { Place } from '../consume/place.ts';
import { idOf } from './cursor.ts';
import { type Line, lineValues, OF_LINE } from './line.table.ts';
import type { AuditEntry, Page } from './parked.ts';

export interface RedriveEntry {
  who: string;
  key: Buffer | null;
  offsets: number[];
  outcome: 'handled' | 'superseded' | 'failed';
  error?: string;
}

export async function auditRedrive(sql: Sql, at: Place, entry: RedriveEntry): Promise<void> {
  await sql.query(
    `insert into messaging.audit (what, who, subscription, topic, partition, key, offsets, outcome, error)
     values ('redrive', $1, $2, $3, $4, $5, $6, $7, $8)`,
    [entry.who, at.subscription, at.topic, at.partition, entry.key, entry.offsets, entry.outcome, entry.error ?? null],
  );
}

/** Moves the messages of a line, or the one at `offset`, into the audit, an entry each. Gives how many there were. */
export async function moveToAudit(
  sql: Sql,
  line: Line,
  offset: number | undefined,
  by: { who: string; reason: string },
): Promise<number> {
  const moved = await sql.query(
    `with gone as (
       delete from messaging.parked
       where ${OF_LINE} and ($5::bigint is null or "offset" = $5)
       returning *
     )
     insert into messaging.audit
       (what, who, reason, subscription, topic, partition, key, offsets, outcome, error, record)
     select 'discard', $6, $7, subscription, topic, partition, key, array["offset"], 'discarded', error,
       json_build_object('value', translate(encode(value, 'base64'), E'\\n', ''), 'headers', headers, 'time', time, 'code', code,
         'history', history, 'parkedAt', parked_at)
     from gone order by "offset" returning 1`,
    [...lineValues(line), offset ?? null, by.who, by.reason],
  );
  return moved.length;
}

/**
 * Whole values may tell of people, and a tombstone is to erase those: of what was discarded from such a topic a month ago only
 * the entry stays.
 */
export async function eraseDiscarded(sql: Sql, topic: string): Promise<void> {
  await sql.query(
    `update messaging.audit set record = null
     where what = 'discard' and topic = $1 and record is not null and at < now() - interval '30 days'`,
    [topic],
  );
}

type Row = Omit<AuditEntry, 'at' | 'key' | 'reason' | 'error'> & {
  at: Date;
  key: Buffer | null;
  reason: string | null;
  error: string | null;
  offsets: number[];
};

export async function pageOfAudit(sql: Sql, page: { after?: string; limit: number }): Promise<Page<AuditEntry>> {
  const rows = await sql.query<Row>(
    `select id, at, what, who, reason, subscription, topic, partition, key, to_json(offsets) as offsets, outcome, error
     from messaging.audit where $1::bigint is null or id < $1 order by id desc limit $2`,
    [page.after === undefined ? null : idOf(page.after), page.limit + 1],
  );
  const items = rows.slice(0, page.limit).map(({ at, key, reason, error, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    key: key?.toString() ?? null,
    ...(reason !== null && { reason }),
    ...(error !== null && { error }),
  }));
  return rows.length > page.limit ? { items, next: String(items.at(-1)!.id) } : { items };
}
