/** A failure of one message, as parked rows tell it. */
export interface Failure {
  at: string;
  error: string;
  /** Left out where older code has written it. */
  code?: string;
}

/**
 * The messages being tried at a partition's position. It is written before the try, outside of its transaction, and goes
 * with it when it ends well: one that is found at the start was left by a process that died trying. `from` is the
 * position, `to` the last message.
 */
export interface Attempt {
  from: number;
  to: number;
  tries: number;
  history: Failure[];
}

/** After so many failures, deaths of the process included, a message is parked. */
export const TRIES = 3;

const AFTER_A_DEATH = 64;

/**
 * How many messages to try together where so many tries have failed: the first death narrows the search, the second
 * makes it message by message, so that the third can only have been one message's.
 */
const sizeAfter = (tries: number): number => (tries >= TRIES - 1 ? 1 : AFTER_A_DEATH);

/** The attempt, when it was about what is now at the position. */
export const concerning = (attempt: Attempt | undefined, next: number): Attempt | undefined =>
  attempt?.from === next ? attempt : undefined;

/**
 * How many of the messages with these offsets, in order, to take: at most `size`, fewer where tries have failed before,
 * and never across the end of those.
 */
export function takeable(offsets: Iterable<number>, size: number, watched: Attempt | undefined): number {
  const most = watched ? Math.min(size, sizeAfter(watched.tries)) : size;
  let count = 0;
  for (const offset of offsets) {
    if (count >= most || (watched && offset > watched.to)) break;
    count++;
  }
  return count;
}

const PAUSE_MS = [100, 1_000];

/** How long to wait before a message is tried again that has failed `tries` times, ms. */
export const pauseAfterFailure = (tries: number): number => PAUSE_MS[tries - 1] ?? PAUSE_MS.at(-1)!;

const LONGEST_WAIT_MS = 5_000;

/** How long to wait for something that is away, the `failures`th time (1, 2, …) in a row, ms. */
export const backOff = (failures: number, random: () => number = Math.random): number =>
  Math.min(100 * 2 ** (failures - 1), LONGEST_WAIT_MS) * (0.75 + random() / 2);
