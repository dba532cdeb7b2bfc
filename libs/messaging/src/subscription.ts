import type { Topic } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { Message } from './message.ts';

/** Where a batch stands. */
export interface Batch {
  partition: number;
  /** The offset after the last message handed over. */
  next: number;
  /** They were handled before, and the position was reset: what is published now is refused, and nothing is done. */
  replaying: boolean;
}

/** What a service wants from one topic. Its consumer group is `<service>.<name>`. */
export interface Subscription {
  name: string;
  topic: Topic;
  /** A later value of a key makes an earlier one pointless (whole values), so it also frees a parked key. */
  supersede: boolean;
  /** Records to hand over, `''` meaning tombstones; others are skipped. Left out: all, tombstones too. */
  records?: readonly string[];
  /**
   * Runs once, before anything is read, for as long as it takes: tables and indexes. Several instances may run it at
   * the same time.
   */
  prepare?(sql: Sql): Promise<void>;
  /** Runs at the start and then every hour: removes what nobody reads any more. A failure is logged, no more. */
  tidy?(sql: Sql): Promise<void>;
  /**
   * Handles messages of one partition in the log's order. Its effects go through `sql` only and are committed together
   * with the position: all or nothing. Throwing means nothing was done.
   */
  apply(messages: Message[], sql: Sql, batch: Batch): Promise<void>;
  /**
   * Begins to make good an absence: the subscription was away for longer than the topic keeps tombstones, and reads this
   * partition again from `low`, in the transaction that moves the position back there. What has not come by when `end`
   * is reached is no more. `isAnother`: offsets of before mean nothing in this log. Such a subscription is also given
   * empty batches, when the position moves over records that are not for it. Without it an absence is only logged.
   */
  rebuild?(partition: number, sql: Sql, log: { low: number; end: number; isAnother: boolean }): Promise<void>;
}

export interface PartitionStatus {
  partition: number;
  /** The next offset to handle. */
  next: number;
  /** Where the log ended when last asked. */
  end: number;
}

/**
 * `waiting`: a dependency is away and the message is tried again. `stopped`: nothing more is read until an operator
 * has decided: resets the position, or starts the process again; `code` says why.
 */
export type SubscriptionState = 'starting' | 'running' | 'waiting' | 'stopped';

export interface SubscriptionStatus {
  name: string;
  topic: string;
  group: string;
  /** All partitions of the topic, those of other instances too. */
  partitions: PartitionStatus[];
  /** Offsets between positions and ends. Holes in the log count, so it is an upper bound. */
  lag: number;
  /** How old the oldest message that waits is at most, ms; see `Behind`. */
  behindMs: number;
  /** Every partition has been handled up to where it ended when this process started. Never becomes false again. */
  caughtUpOnce: boolean;
  /** When a position was last seen to move, ms since 1970. */
  lastMovedAt: number;
  /** Messages that this process has handled since it started. */
  handled: number;
  /** Messages parked because something failed, and those behind them. */
  parked: number;
  /** How long the longest has been parked, ms; 0 where nothing is. */
  oldestParkedMs: number;
  /** Messages put aside until something they refer to arrives (`Missing`), and those behind them. */
  waiting: number;
  /** How long the longest has been waiting, ms; 0 where nothing waits. */
  oldestWaitingMs: number;
  state: SubscriptionState;
  /** Why it is `stopped`: `position-out-of-range` or `too-many-parked`. */
  code?: string;
  /** What it waits for or stopped at. */
  error?: string;
}
