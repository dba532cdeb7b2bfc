import type { PartitionEnds } from '@offset-zero/kafka';
import { type Sql, sqlOf, transaction } from '@offset-zero/postgres';
import { forgetAttempt } from '../consume/attempt.table.ts';
import type { Desk } from '../consume/commit.process.ts';
import { hasParkedFrom, unparkPartition } from '../consume/parked.table.ts';
import { putPosition, type Standing, standingsOf } from '../consume/position.table.ts';
import type { Place } from '../consume/place.ts';
import type { Ends } from '../ends.process.ts';
import { auditReset } from './audit.table.ts';
import { moveTo, replayUntilAfter } from './plan.ts';
import { type Move, type ResetDone, ResetRefused, type ResetRequest } from './reset.ts';

/** A partition: where it was, what its log has, and where it is to go. */
interface Step {
  standing: Standing;
  log: PartitionEnds;
  move: Move;
}

/**
 * Moves the positions of a subscription, all or none, under their locks; whoever reads them finds its own belief wrong and
 * reads anew. A view is rebuilt. Throws `ResetRefused`, and what Kafka or the database throw: nothing was moved.
 */
export async function reset(desk: Desk, ends: Ends, request: ResetRequest, who: string): Promise<ResetDone> {
  const { name, topic, rebuild } = desk.subscription;
  const { to, dryRun = false } = request;
  if (rebuild && to !== 'beginning') {
    throw new ResetRefused('rebuild-only', `${name} is a view: what it has is guarded by its offset in the log`);
  }
  const move = async (sql: Sql) => {
    const steps = await plan(sql, desk, ends, request, true);
    for (const step of steps) await take(sql, desk, step, who);
    return steps;
  };
  const steps = dryRun ? await plan(sqlOf(desk.pool), desk, ends, request, false) : await transaction(desk.pool, move);
  const moves = steps.map((step) => step.move);
  return { subscription: name, topic: topic.name, rebuild: rebuild !== undefined, dryRun, moves };
}

async function plan(sql: Sql, desk: Desk, ends: Ends, request: ResetRequest, forUpdate: boolean): Promise<Step[]> {
  const { name, topic, rebuild } = desk.subscription;
  const { to, partition } = request;
  const standings = await standingsOf(sql, name, topic.name, forUpdate);
  const logs = await logsOf(ends, topic.name, partition); // after the positions: an older end proves nothing
  const atTime =
    typeof to === 'object' && 'time' in to ? await ends.at(topic.name, to.time) : new Map<number, number>();
  const steps = logs.map((log) => {
    const found = standings.find((standing) => standing.partition === log.partition);
    const standing = found ?? { partition: log.partition, next: log.low, replayUntil: 0 };
    return { standing, log, move: moveTo(to, standing, log, atTime) };
  });
  if (!rebuild) for (const { move } of steps) await refuseParked(sql, desk, move);
  return steps;
}

async function logsOf(ends: Ends, topic: string, partition: number | undefined): Promise<PartitionEnds[]> {
  const all = await ends.of(topic);
  const wanted = all.filter((log) => partition === undefined || log.partition === partition);
  if (wanted.length === 0) throw new ResetRefused('no-partition', `${topic} has the partitions 0 to ${all.length - 1}`);
  return wanted;
}

const placeOf = ({ subscription }: Desk, { partition }: Move): Place => ({
  subscription: subscription.name,
  topic: subscription.topic.name,
  partition,
});

/** What is parked was never handled. Gone over again it would count as handled, and never be published. */
async function refuseParked(sql: Sql, desk: Desk, move: Move): Promise<void> {
  const { partition, from, to } = move;
  if (to < from && (await hasParkedFrom(sql, placeOf(desk, move), to))) {
    throw new ResetRefused('messages-parked', `messages of partition ${partition} at ${to} or later are parked`);
  }
}

async function take(sql: Sql, desk: Desk, { standing, log, move }: Step, who: string): Promise<void> {
  const { rebuild } = desk.subscription;
  const { partition, from, to } = move;
  if (from === to && !rebuild) return;
  const at = placeOf(desk, move);
  await putPosition(sql, at, to, replayUntilAfter(move, standing, log));
  await forgetAttempt(sql, at);
  await auditReset(sql, at, move, who);
  if (!rebuild) return;
  await unparkPartition(sql, at);
  await desk.subscription.rebuild!(partition, sql, { low: log.low, end: log.high, isAnother: from > log.high });
}
