/**
 * The runner's tables, in a schema of their own; may be run again and again, under a lock when several might. A table that
 * exists stays as it is: what it is to have since is added by a statement of its own.
 *
 * - `position`: how far a subscription has handled a partition. `updated_at` is when it last moved or was at the end,
 *   `caught_up` that it once was where the log ended. What lies below `replay_until` was handled before the position was
 *   reset: it is handled again without publishing anything.
 * - `parked`: messages that could not be handled (`code` says why) and those of the same key that wait behind them, as
 *   they came: bytes and headers. A header that is not text is kept as `{"base64": …}`. `waits_for` is what is missing
 *   where the code is `waits-for`, `begun` how many tries since have not ended, because the process died; a `replayed` one was handled before a reset, and publishes nothing when redriven either.
 * - `audit`: what operators did with parked messages, in the transaction that did it. `record` is a discarded message with
 *   its bytes.
 * - `attempt`: the messages being tried at a partition's position, and how often; see `consume/attempt.ts`.
 */
export const messagingSchema = `
create schema if not exists messaging;
create table if not exists messaging.position (
  subscription text not null,
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  updated_at timestamptz not null default now(),
  primary key (subscription, topic, partition)
);
alter table messaging.position add column if not exists caught_up boolean not null default false;
alter table messaging.position add column if not exists replay_until bigint not null default 0;
create table if not exists messaging.parked (
  subscription text not null,
  topic text not null,
  partition integer not null,
  "offset" bigint not null,
  key bytea,
  value bytea,
  headers json not null,
  time bigint not null,
  code text not null,
  error text not null,
  history json not null,
  parked_at timestamptz not null default now(),
  primary key (subscription, topic, partition, "offset")
);
alter table messaging.parked add column if not exists waits_for text;
alter table messaging.parked add column if not exists replayed boolean not null default false;
alter table messaging.parked add column if not exists begun integer not null default 0;
create index if not exists parked_waiting on messaging.parked (subscription) where code = 'waits-for';
create index if not exists parked_key on messaging.parked (subscription, topic, partition, coalesce(key, ''), "offset");
create table if not exists messaging.attempt (
  subscription text not null,
  topic text not null,
  partition integer not null,
  from_offset bigint not null,
  to_offset bigint not null,
  tries integer not null,
  history json not null,
  primary key (subscription, topic, partition)
);
create table if not exists messaging.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  what text not null,
  who text not null,
  reason text,
  subscription text not null,
  topic text not null,
  partition integer not null,
  key bytea,
  offsets bigint[] not null,
  outcome text not null,
  error text,
  record json
);
`;

/** Statements that forget all there is of a subscription; `name` is an SQL expression. */
export const forgetting = (name: string): string[] =>
  ['position', 'parked', 'attempt'].map((table) => `delete from messaging.${table} where subscription = ${name}`);

/** A condition: somebody has read this subscription (an SQL expression) within `interval`, if only to find nothing new. */
export const isReadWithin = (name: string, interval: string): string =>
  `exists (select from messaging.position where subscription = ${name} and updated_at > now() - interval '${interval}')`;
