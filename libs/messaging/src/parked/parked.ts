import type { Failure } from '../consume/attempt.ts';
import type { StoredHeaders } from '../consume/headers.ts';

/** What an operator may do with the messages that could not be handled, of every subscription in the service's database. */
export interface Parked {
  /** By subscription, topic, partition and offset. `next` is what to give as `after` for the next page. */
  list(filter: ParkedFilter): Promise<Page<ParkedMessage>>;
  inspect(at: ParkedPlace): Promise<ParkedDetail | undefined>;
  /**
   * Handles parked messages again, each key in the log's order up to its first that still fails: all of a subscription, of
   * a key, of a partition, or, with an `offset` in a `partition`, that one. Throws `NotRunning` for a subscription that
   * this process does not have, `NotParked` and `NotFirstOfKey` for the one, and what is away: what was handled by then
   * stays handled.
   */
  redrive(what: Redrivable, by: string): Promise<Redriven>;
  /**
   * Takes one message, or all of a key, out of the line for good, at once or not at all. Its bytes are kept in the audit.
   * What is parked behind it stays. Throws `NotParked`.
   */
  discard(what: Discardable, by: { who: string; reason: string }): Promise<Discarded>;
  /** What was done, the latest first. */
  audit(page: { after?: string; limit: number }): Promise<Page<AuditEntry>>;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

/** `key` as text; `''` is also the key of those that have none. */
export interface ParkedFilter {
  subscription?: string;
  key?: string;
  state?: ParkedState;
  after?: string;
  limit: number;
}

/** `topic` may be left out: a subscription has one, unless it was changed. */
export interface ParkedPlace {
  subscription: string;
  topic?: string;
  partition: number;
  offset: number;
}

export interface Redrivable {
  subscription: string;
  key?: string;
  partition?: number;
  /** Only with a `partition`. */
  offset?: number;
}

export type Discardable = ParkedPlace | { subscription: string; key: string };

/** `waiting`: for data that has not arrived yet, or behind such a message; tried again by itself. */
export type ParkedState = 'parked' | 'waiting';

export interface ParkedMessage {
  subscription: string;
  topic: string;
  partition: number;
  offset: number;
  /** As text, with replacement characters where it is none. */
  key: string | null;
  state: ParkedState;
  /** Why: `handler-failed`, `unknown-schema-id` … or `waits-behind` for one that only waits for an earlier of its key. */
  code: string;
  error: string;
  /** What it waits for itself: data that has not arrived. */
  waitsFor?: string;
  /** ISO 8601. */
  parkedAt: string;
  /** When it was written to the log, ms since 1970. */
  time: number;
  /** Length of its value. */
  bytes: number;
  /** Failures on record, those of redrives included. */
  tries: number;
}

export interface ParkedDetail extends ParkedMessage {
  headers: StoredHeaders;
  /** As they came, in base64. */
  keyBytes: string | null;
  valueBytes: string | null;
  /** Value in this service's own schema, null for a tombstone; or why there is none. */
  decoded: { record: string; value: object | null } | { why: string };
  history: Failure[];
}

export interface Redriven {
  /** Messages that were handled, or made pointless by a later value, and are no longer parked. */
  handled: number;
  /** Keys that failed again. */
  failed: number;
  /** Messages that still are parked, of what was asked for; where one was, of its key. */
  left: number;
}

export interface Discarded {
  discarded: number;
  /** Messages of the same key that still are parked. */
  left: number;
}

/**
 * One transaction of an action: a redrive of many messages makes several, a discard one for each message. A `reset` of a
 * position `moved` it from the one offset to the other.
 */
export interface AuditEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  what: 'redrive' | 'discard' | 'reset';
  who: string;
  reason?: string;
  subscription: string;
  topic: string;
  partition: number;
  key: string | null;
  offsets: number[];
  /** `superseded`: a later value of the key was handled. `failed`: it stays parked. */
  outcome: 'handled' | 'superseded' | 'failed' | 'discarded' | 'moved';
  /** Of a redrive that `failed`: why; of what was discarded: why it had been parked. */
  error?: string;
}
