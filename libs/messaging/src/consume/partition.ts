import type { Attempt } from './attempt.ts';
import type { Place } from './place.ts';

/** What a reader believes of a partition it was given; the tables know. */
export interface Partition {
  readonly at: Place;
  next: number;
  /** Messages below it were handled before a reset: they are handled apart from others, and publish nothing. */
  readonly replayUntil: number;
  /** By `identity`. */
  parkedKeys: ReadonlySet<string>;
  /** Messages that were tried before in vain, and how often. */
  watched: Attempt | undefined;
  /** What was fetched first since it was given to us is not yet all committed: each try is written down before. */
  isNew: boolean;
  /** How many messages to try together: halved by a failure, doubled by a success, and no more than end soon. */
  size: number;
  /** Transient failures in a row. */
  failures: number;
}

/** What a fetch has brought. */
export interface Fetched<T> {
  raws: T[];
  /** The offset after everything fetched; holes and markers at its end lie before it. */
  next: number;
}
