import type { ResetReason } from '@offset-zero/live';
import type { Cursor, Positions } from './cursor.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Beyond this it is cheaper to fetch by query than to be told. */
const MOST_RECORDS = 100_000;

export interface Known {
  /** What each topic is called in a cursor. */
  tags: ReadonlyMap<string, string>;
  /** How far this gateway has read. */
  head: Positions;
  now: number;
}

/**
 * Where a cursor says that a stream of these topics is, or why it cannot be continued. A day is the limit because whoever
 * is away for longer than tombstones are kept (`delete.retention.ms`) misses deletions. That compaction takes superseded
 * values away loses nothing: the one that superseded them comes.
 */
export function claimed({ at, positions }: Cursor, topics: Iterable<string>, known: Known): Positions | ResetReason {
  if (known.now - at > DAY_MS) return 'too-old';
  const mine: Positions = new Map();
  let missed = 0;
  for (const topic of topics) {
    const offsets = positions.get(known.tags.get(topic)!);
    const head = known.head.get(topic)!;
    if (offsets?.length !== head.length) return 'unknown-topic';
    mine.set(topic, [...offsets]);
    offsets.forEach((offset, partition) => (missed += Math.max(0, head[partition]! - offset)));
  }
  return missed > MOST_RECORDS ? 'too-far' : mine;
}

/** The topics in which `mine` is further than `head`. */
export const topicsAhead = (mine: Positions, head: Positions): string[] =>
  [...mine]
    .filter(([topic, offsets]) => offsets.some((offset, partition) => offset > head.get(topic)![partition]!))
    .map(([topic]) => topic);
