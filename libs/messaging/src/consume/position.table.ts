import type { PartitionEnds } from '@offset-zero/kafka';
import type { Sql } from '@offset-zero/postgres';
import type { Place } from './place.ts';

/** Where a partition is. */
export interface Standing {
  partition: number;
  next: number;
  /** What lies below it was handled before a reset, and is replayed when it comes by again. */
  replayUntil: number;
}

export interface Position extends Standing {
  /** How long it has neither moved nor been at the end, ms. */
  idleMs: number;
}

/**
 * Moves the position, if it still is where this reader believes it to be. First in a transaction: it locks the row, so
 * that of two readers the slower one changes nothing. False: another reader was here.
 */
export async function movePosition(sql: Sql, at: Place, from: number, to: number): Promise<boolean> {
  const moved = await sql.query({
    name: 'move-position',
    text: `update messaging.position set next_offset = $5, updated_at = now()
           where subscription = $1 and topic = $2 and partition = $3 and next_offset = $4 returning 1`,
    values: [at.subscription, at.topic, at.partition, from, to],
  });
  return moved.length === 1;
}

/** Keeps live readers away until the transaction ends. */
export async function lockPosition(sql: Sql, at: Place): Promise<void> {
  await sql.query(
    'select 1 from messaging.position where subscription = $1 and topic = $2 and partition = $3 for update',
    [at.subscription, at.topic, at.partition],
  );
}

/** The positions of these partitions; one read for the first time begins where its log begins. */
export async function openPositions(
  sql: Sql,
  subscription: string,
  topic: string,
  ends: PartitionEnds[],
): Promise<Position[]> {
  await sql.query(
    `insert into messaging.position (subscription, topic, partition, next_offset)
     select $1, $2, * from unnest($3::integer[], $4::bigint[]) on conflict do nothing`,
    [subscription, topic, ends.map(({ partition }) => partition), ends.map(({ low }) => low)],
  );
  return sql.query<Position & Record<string, unknown>>(
    `select partition, next_offset as next, replay_until as "replayUntil",
       (extract(epoch from now() - updated_at) * 1000)::float8 as "idleMs"
     from messaging.position where subscription = $1 and topic = $2 and partition = any($3)`,
    [subscription, topic, ends.map(({ partition }) => partition)],
  );
}

/** Where every partition is and below what it is replayed; locked until the transaction ends, if that is asked for. */
export function standingsOf(sql: Sql, subscription: string, topic: string, forUpdate: boolean): Promise<Standing[]> {
  return sql.query<Standing & object>(
    `select partition, next_offset as next, replay_until as "replayUntil" from messaging.position
     where subscription = $1 and topic = $2 order by partition ${forUpdate ? 'for update' : ''}`,
    [subscription, topic],
  );
}

/** Below what the partitions of subscriptions are replayed, those that are. */
export async function replaysOf(sql: Sql): Promise<Map<string, Map<number, number>>> {
  const rows = await sql.query<Standing & { subscription: string }>(
    `select subscription, partition, next_offset as next, replay_until as "replayUntil"
     from messaging.position where next_offset < replay_until`,
  );
  const bySubscription = Map.groupBy(rows, ({ subscription }) => subscription);
  const untils = (all: typeof rows) => new Map(all.map(({ partition, replayUntil }) => [partition, replayUntil]));
  return new Map([...bySubscription].map(([name, all]) => [name, untils(all)]));
}

/** Moves the position wherever it is told to; the caller has locked it. */
export async function putPosition(sql: Sql, at: Place, next: number, replayUntil: number): Promise<void> {
  await sql.query(
    `insert into messaging.position (subscription, topic, partition, next_offset, replay_until)
     values ($1, $2, $3, $4, $5) on conflict (subscription, topic, partition) do update
     set next_offset = excluded.next_offset, replay_until = excluded.replay_until, updated_at = now()`,
    [at.subscription, at.topic, at.partition, next, replayUntil],
  );
}

/** Every partition's next offset, whoever reads it. */
export async function positionsOf(sql: Sql, subscription: string, topic: string): Promise<Map<number, number>> {
  const rows = await sql.query<{ partition: number; next: number }>({
    name: 'positions-of',
    text: 'select partition, next_offset as next from messaging.position where subscription = $1 and topic = $2',
    values: [subscription, topic],
  });
  return new Map(rows.map(({ partition, next }) => [partition, next]));
}

/** When each position was last seen to move or to be at the end, ms since 1970. */
export async function lastMoved(sql: Sql, subscription: string, topic: string): Promise<Map<number, number>> {
  const rows = await sql.query<{ partition: number; at: number }>(
    `select partition, (extract(epoch from updated_at) * 1000)::float8 as at
     from messaging.position where subscription = $1 and topic = $2`,
    [subscription, topic],
  );
  return new Map(rows.map(({ partition, at }) => [partition, at]));
}

/** That every partition has been handled up to where the log ended; an empty one counts, since it has a position too. */
export async function noteCaughtUp(sql: Sql, subscription: string, topic: string): Promise<void> {
  await sql.query(
    'update messaging.position set caught_up = true where subscription = $1 and topic = $2 and not caught_up',
    [subscription, topic],
  );
}

/** Whether an earlier process has noted it. */
export async function hasCaughtUpBefore(sql: Sql, subscription: string, topic: string): Promise<boolean> {
  const [answer] = await sql.query<{ all: boolean | null }>(
    'select bool_and(caught_up) as all from messaging.position where subscription = $1 and topic = $2',
    [subscription, topic],
  );
  return answer?.all === true;
}

/** Says that the reader is there and has nothing to read: `updated_at` tells an absence from a quiet topic. */
export async function touchPositions(
  sql: Sql,
  subscription: string,
  topic: string,
  atEnd: { partition: number; next: number }[],
): Promise<void> {
  await sql.query(
    `update messaging.position p set updated_at = now() from unnest($3::integer[], $4::bigint[]) as e(partition, next)
     where p.subscription = $1 and p.topic = $2 and p.partition = e.partition and p.next_offset = e.next`,
    [subscription, topic, atEnd.map(({ partition }) => partition), atEnd.map(({ next }) => next)],
  );
}
