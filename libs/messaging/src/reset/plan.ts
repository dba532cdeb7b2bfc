import type { PartitionEnds } from '@offset-zero/kafka';
import type { Standing } from '../consume/position.table.ts';
import { type Move, ResetRefused, type Target } from './reset.ts';

/** The offset that `target` means in a partition; `atTime` are those of the first messages of its time. */
function offsetOf(
  target: Target,
  { partition, low, high }: PartitionEnds,
  atTime: ReadonlyMap<number, number>,
): number {
  if (target === 'beginning') return low;
  if (target === 'end') return high;
  if ('offset' in target) return target.offset;
  return Math.max(low, atTime.get(partition) ?? high);
}

/** What going to `target` means to a partition. Throws `ResetRefused` where its log does not have that place. Pure. */
export function moveTo(
  target: Target,
  { partition, next: from }: Standing,
  log: PartitionEnds,
  atTime: ReadonlyMap<number, number>,
): Move {
  const { low, high } = log;
  const to = offsetOf(target, log, atTime);
  if (to < low || to > high) {
    throw new ResetRefused('not-in-log', `partition ${partition} has the offsets ${low} to ${high}, not ${to}`);
  }
  return { partition, from, to, again: Math.max(0, Math.min(from, high) - to), skipped: Math.max(0, to - from) };
}

/**
 * Below which offset messages count as handled once the position is moved. What was ever behind the position did, and
 * stays so; but of a log that ends before the position (it was lost, or made anew) only what it has now.
 */
export const replayUntilAfter = ({ from, to }: Move, { replayUntil }: Standing, { high }: PartitionEnds): number =>
  from > high ? high : to < from ? Math.max(from, replayUntil) : replayUntil;
