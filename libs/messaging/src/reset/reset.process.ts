import type { PartitionEnds } from '@offset-zero/kafka';
import { type Sql, sqlOf, transaction } from '@offset-zero/postgres';
import { forgetAttempt } from '../consume/attempt.table.ts';
import type { Desk } from '../consume/commit.process.ts';
import { hasParkedFrom, unparkPartition } from '../consume/parked.table.ts';
import { putPosition, type Standing, standingsOf } from '../consume/position.table.ts';
import type { Ends } from '../ends.process.ts';
import { auditReset } from './audit.table.ts';
import { movesTo, replayUntilAfter } from './plan.ts';
import { type Move, type ResetDone, ResetRefused, type ResetRequest } from './reset.ts';

/**
 * Moves the positions of a subscription, all or none, under their locks; whoever reads them finds its own belief wrong and
 * reads anew. A view is rebuilt. Throws `ResetRefused`, and what Kafka or the database throw: nothing was moved.
 */
export async function reset(desk: Desk, ends: Ends, request: ResetRequest, who: string): Promise<ResetDone> {
  const { subscription, pool } = desk;
  const { name, topic } = subscription;
  const { to, dryRun = false } = request;
  const rebuild = subscription.rebuild !== undefined;
  if (rebuild && to !== 'beginning') {
    throw new ResetRefused('rebuild-only', `${name} is a view: what it has is guarded by its offset in the log`);
  }
  const plan = async (sql: Sql, forUpdate: boolean) => {
    const standings = await standingsOf(sql, name, topic.name, forUpdate);
    const logs = await logsOf(ends, topic.name, request.partition); // after the positions: an older end proves nothing
    const atTime = typeof to === 'object' && 'time' in to ? await ends.at(topic.name, to.time) : new Map();
    const moves = movesTo(to, standings, logs, atTime);
    if (!rebuild) await refuseParked(sql, desk, moves);
    return { standings, logs, moves };
  };
  const move = async (sql: Sql) => {
    const { standings, logs, moves } = await plan(sql, true);
    for (const [i, each] of moves.entries()) await moveOne(sql, desk, each, standings, logs[i]!, who);
    return moves;
  };
  const moves = dryRun ? (await plan(sqlOf(pool), false)).moves : await transaction(pool, move);
  return { subscription: name, topic: topic.name, rebuild, dryRun, moves };
}

async function logsOf(ends: Ends, topic: string, partition: number | undefined): Promise<PartitionEnds[]> {
  const all = await ends.of(topic);
  const wanted = all.filter((log) => partition === undefined || log.partition === partition);
  if (wanted.length === 0) throw new ResetRefused('no-partition', `${topic} has the partitions 0 to ${all.length - 1}`);
  return wanted;
}

/** What is parked was never handled. Gone over again it would count as handled, and never be published. */
async function refuseParked(sql: Sql, { subscription }: Desk, moves: Move[]): Promise<void> {
  for (const { partition, from, to } of moves) {
    const at = { subscription: subscription.name, topic: subscription.topic.name, partition };
    if (to < from && (await hasParkedFrom(sql, at, to))) {
      throw new ResetRefused('messages-parked', `messages of partition ${partition} at ${to} or later are parked`);
    }
  }
}

async function moveOne(
  sql: Sql,
  { subscription }: Desk,
  move: Move,
  standings: Standing[],
  log: PartitionEnds,
  who: string,
): Promise<void> {
  const { partition, from, to } = move;
  const at = { subscription: subscription.name, topic: subscription.topic.name, partition };
  const standing = standings.find((each) => each.partition === partition) ?? { partition, next: from, replayUntil: 0 };
  await putPosition(sql, at, to, replayUntilAfter(move, standing, log));
  await forgetAttempt(sql, at);
  await auditReset(sql, at, move, who);
  if (!subscription.rebuild) return;
  await unparkPartition(sql, at);
  await subscription.rebuild(partition, sql, { low: log.low, end: log.high, isAnother: from > log.high });
}
