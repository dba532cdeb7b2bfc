/**
 * The outbox of a service's own database. Rows live for milliseconds, so the table is vacuumed by their number and not by
 * its size. `event_id` is random: a restored database counts its ids again, and must not name somebody else's rows.
 */
export const outboxSchema = `
create table if not exists outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  key text not null,
  value bytea,
  headers json not null,
  appended_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1)`;
