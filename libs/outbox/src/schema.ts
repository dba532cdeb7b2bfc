import { isReplaying, PUBLISHES_WHILE_REPLAYING } from '@offset-zero/postgres';

/**
 * The outbox of a service's own database. Rows live for milliseconds, so the table is vacuumed by their number and not by
 * its size. `event_id` is random: a restored database counts its ids again, and must not name somebody else's rows.
 * It takes nothing from a transaction that replays messages, whoever writes there.
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
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1);
create or replace function outbox_closed() returns trigger language plpgsql as $$
begin
  raise exception 'a message that is replayed publishes nothing' using errcode = '${PUBLISHES_WHILE_REPLAYING}';
end $$;
do $$
begin
  if not exists (select from pg_trigger where tgrelid = 'outbox'::regclass and tgname = 'outbox_closed') then
    create trigger outbox_closed before insert on outbox for each statement
      when (${isReplaying}) execute function outbox_closed();
  end if;
end $$;`;
