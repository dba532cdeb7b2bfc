import type { PartitionEnds } from '@offset-zero/kafka';
import { type Sql, sqlOf, transaction } from '@offset-zero/postgres';
import type { Logger } from '../runner.ts';
import type { Subscription } from '../subscription.ts';
import { concerning } from './attempt.ts';
import { findAttempt } from './attempt.table.ts';
import type { Desk } from './commit.process.ts';
import { countKeysParkedLately, parkedKeys, unparkPartition } from './parked.table.ts';
import { FIRST } from './pace.ts';
import type { Partition } from './partition.ts';
import type { Place } from './place.ts';
import { movePosition, openPositions, type Position } from './position.table.ts';

/** A position that the log does not have (any more): reading on would skip or repeat without a word. */
export class OutOfRange extends Error {
  constructor(topic: string, { partition, next }: Position, { low, high }: PartitionEnds) {
    super(`${topic}/${partition}: the position ${next} is outside the log, which has ${low} to ${high}`);
  }
}

export type AskEnds = (topic: string) => Promise<PartitionEnds[]>;

/**
 * What is known of partitions that were just given to us. kafkajs answers a position outside the log by silently going
 * to one of its ends, so the range is checked here. Throws `OutOfRange`, or what the database and the broker throw.
 */
export async function takeOver(desk: Desk, partitions: number[], askEnds: AskEnds, log: Logger): Promise<Partition[]> {
  const { subscription, pool } = desk;
  const { topic } = subscription;
  const sql = sqlOf(pool);
  if (!desk.breaker.hasBegun) desk.breaker.begin(await countKeysParkedLately(sql, subscription.name));
  const given = async () => (await askEnds(topic.name)).filter(({ partition }) => partitions.includes(partition));
  let ends = await given();
  const positions = await openPositions(sql, subscription.name, topic.name, ends);
  // Another reader may have moved a position since the ends were asked for: only fresh ends prove it wrong.
  if (positions.some((position) => !isWithin(position, endsOf(ends, position)))) ends = await given();
  for (const position of positions) {
    if (!isWithin(position, endsOf(ends, position))) throw new OutOfRange(topic.name, position, endsOf(ends, position));
  }
  return Promise.all(
    positions.map(async (position) => {
      const at = { subscription: subscription.name, topic: topic.name, partition: position.partition };
      const next = await afterAbsence(desk, at, position, endsOf(ends, position), log);
      return open(sql, at, next, position.replayUntil);
    }),
  );
}

const endsOf = (ends: PartitionEnds[], { partition }: Position): PartitionEnds =>
  ends.find((each) => each.partition === partition) ?? { partition, low: 0, high: 0 };

const isWithin = ({ next }: Position, { low, high }: PartitionEnds): boolean => next >= low && next <= high;

async function open(sql: Sql, at: Place, next: number, replayUntil: number): Promise<Partition> {
  const [parked, attempt] = await Promise.all([parkedKeys(sql, at), findAttempt(sql, at)]);
  const watched = concerning(attempt, next);
  return { at, next, replayUntil, parkedKeys: parked, watched, isNew: true, size: FIRST, failures: 0 };
}

/** How long the topic keeps a tombstone at least, ms; Infinity where nothing is compacted away. */
function tombstonesLast({ config }: Pick<Subscription['topic'], 'config'>): number {
  const compacts = config['cleanup.policy']?.includes('compact') ?? false;
  return compacts ? Number(config['delete.retention.ms'] ?? 86_400_000) : Infinity;
}

/** A reader that was away longer than tombstones are kept may have missed some: it begins anew. Gives the position. */
async function afterAbsence(desk: Desk, at: Place, position: Position, ends: PartitionEnds, log: Logger) {
  const { subscription, pool } = desk;
  const nothingToMiss = position.next <= ends.low || position.next >= ends.high;
  if (nothingToMiss || position.idleMs <= tombstonesLast(subscription.topic)) return position.next;
  const where = { ...at, absentMs: Math.round(position.idleMs) };
  if (!subscription.rebuild) {
    log.warn(where, 'Away for longer than the topic keeps tombstones: some may have been missed');
    return position.next;
  }
  log.warn(where, 'Away for longer than the topic keeps tombstones: reading it again from its start');
  await transaction(pool, async (sql) => {
    if (!(await movePosition(sql, at, position.next, ends.low))) throw new Error('Another reader moved the position');
    await unparkPartition(sql, at);
    await subscription.rebuild!(at.partition, sql, { low: ends.low, end: ends.high, isAnother: false });
  });
  return ends.low;
}
