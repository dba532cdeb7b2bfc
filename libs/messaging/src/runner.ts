import type { Codec } from '@offset-zero/contracts';
import type { Kafka } from '@offset-zero/kafka';
import type { Parked } from './parked/parked.ts';
import type { ResetDone, ResetRequest } from './reset/reset.ts';
import type { Subscription, SubscriptionStatus } from './subscription.ts';

/** The shape of a pino logger. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** `consumer-stuck`: nothing the process can cure by itself. What an operator has to decide is told by the status. */
export interface Problem {
  code: string;
  detail: string;
}

/** A transaction of effects and position. */
export interface Committed {
  subscription: string;
  topic: string;
  partition: number;
  /** How many it took on: handled, skipped or parked. */
  messages: number;
  /** How long it took from the decoding to the commit, ms. */
  ms: number;
}

export interface RunnerOptions {
  service: string;
  databaseUrl: string;
  kafka: Kafka;
  codec: Codec;
  subscriptions: Subscription[];
  log: Logger;
  /** After a commit that handled messages, like to wake the relay. */
  onCommitted?: (committed: Committed) => void;
  /** The process should end. */
  onFatal: (problem: Problem) => void;
  /** Connections of the runner's own pool. */
  connections?: number;
  /** How long a partition with lag may stand still while everything answers, ms. */
  stuckAfterMs?: number;
  /** How often subscriptions tidy up, ms. Default one hour. */
  tidyEveryMs?: number;
  /** How often messages that wait for missing data are looked after, beside each arrival, ms. Default 5 s. */
  sweepEveryMs?: number;
  /** After how long such a message is reported in the log, ms. Default 10 minutes. It goes on waiting. */
  reportWaitingAfterMs?: number;
  /** How long a stop waits for the transactions in hand, ms. Default 7 s: less than a container is given. */
  finishMs?: number;
  /** Ends a start that is still preparing: `startRunner` then throws its reason. A runner that runs is stopped. */
  signal?: AbortSignal;
}

export interface Runner {
  status(): SubscriptionStatus[];
  readonly parked: Parked;
  /**
   * Moves the position of a subscription; what was handled before is replayed, and publishes nothing. One that has stopped
   * goes on. Throws `NotRunning` for a subscription that this process does not have, `ResetRefused`, and what is away.
   */
  reset(request: ResetRequest, by: string): Promise<ResetDone>;
  /** Finishes the transactions in hand, for up to `finishMs`, and leaves the groups. */
  stop(): Promise<void>;
}
