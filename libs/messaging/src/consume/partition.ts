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
  /** Nothing has been committed yet since it was given to us: the next try is written down first. */
  isNew: boolean;
  /** How many messages to try together: halved by a failure, doubled by a success. */
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
