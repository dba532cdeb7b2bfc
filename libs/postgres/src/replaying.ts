import type { Sql } from './sql.ts';

const SETTING = 'offset_zero.replaying';

/** SQLSTATE of a statement that would publish in a transaction that replays. */
export const PUBLISHES_WHILE_REPLAYING = 'OZ001';

/** Marks a transaction until its end: it repeats what was done before, and what it did then has been published. */
export async function markReplaying(sql: Sql): Promise<void> {
  await sql.query({ name: 'mark-replaying', text: `set local ${SETTING} = 'on'` });
}

/** A condition in SQL: the running transaction is marked. */
export const isReplaying = `current_setting('${SETTING}', true) = 'on'`;
