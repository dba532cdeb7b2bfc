import type { Sql } from '@offset-zero/postgres';
import type { Place } from '../consume/place.ts';
import type { Move } from './reset.ts';

/** The entry of one partition; `offsets` are from where to where. */
export async function auditReset(sql: Sql, at: Place, { from, to }: Move, who: string): Promise<void> {
  await sql.query(
    `insert into messaging.audit (what, who, subscription, topic, partition, offsets, outcome)
     values ('reset', $1, $2, $3, $4, $5, 'moved')`,
    [who, at.subscription, at.topic, at.partition, [from, to]],
  );
}
