/** How many offsets the first look back goes over, for each record wanted: half of them may be markers or holes. */
const PER_RECORD = 3;
const GROWS = 4;

/** A stretch of a partition: offsets from `from` up to `to`, without `to`. */
export interface Window {
  from: number;
  to: number;
}

/**
 * The stretches in which to look for the newest records, the newest first, each longer than the one after it; together
 * they go over at most `most` offsets. Looking ends where enough was found.
 */
export function* backwards(low: number, high: number, wanted: number, most: number): Generator<Window> {
  const floor = Math.max(low, high - most);
  let length = wanted * PER_RECORD;
  for (let to = high; to > floor; length *= GROWS) {
    const from = Math.max(floor, to - length);
    yield { from, to };
    to = from;
  }
}
