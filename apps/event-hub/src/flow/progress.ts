import type { PartitionEnds } from '@offset-zero/kafka';

/** How much of a log lies behind these positions, 0 to 1. An empty log is read. Positions that are not known are at its start. */
export function progressOf(ends: readonly PartitionEnds[], next: ReadonlyMap<number, number>): number {
  let all = 0;
  let read = 0;
  for (const { partition, low, high } of ends) {
    all += high - low;
    read += Math.min(Math.max((next.get(partition) ?? low) - low, 0), high - low);
  }
  return all === 0 ? 1 : Math.floor((read / all) * 1_000) / 1_000;
}
