import type { OrderTrace } from './trace.ts';

/** As much of a record from the live stream as it takes to know one again. */
interface Arrived {
  topic: string;
  partition: number;
  offset: string;
}

/** Whether a trace that was fetched lacks some of what has arrived since, and must be fetched again. */
export function lacks({ steps }: Pick<OrderTrace, 'steps'>, arrived: readonly Arrived[]): boolean {
  const known = new Set(steps.map(({ topic, partition, offset }) => `${topic}/${partition}/${offset}`));
  return arrived.some(({ topic, partition, offset }) => !known.has(`${topic}/${partition}/${offset}`));
}

const isUnread = ({ steps }: Pick<OrderTrace, 'steps'>): boolean =>
  steps.some(({ readers }) => readers.some(({ applied }) => !applied));

const LATELY_MS = 30_000;

/**
 * When to ask again, ms, though nothing has arrived: that something was read leaves no record behind. False when all
 * has been read.
 */
export function askAgainAfter(trace: Pick<OrderTrace, 'steps' | 'complete'>, now: number): number | false {
  if (trace.complete && !isUnread(trace)) return false;
  const last = Math.max(0, ...trace.steps.map(({ publishedAt }) => Date.parse(publishedAt)));
  return now - last < LATELY_MS ? 1_000 : 10_000;
}
