export type { Message } from './message.ts';
export type { Batch, PartitionStatus, Subscription, SubscriptionState, SubscriptionStatus } from './subscription.ts';
export type { Committed, Logger, Problem, Runner, RunnerOptions } from './runner.ts';
export type {
  AuditEntry,
  Discardable,
  Discarded,
  Page,
  Parked,
  ParkedDetail,
  ParkedFilter,
  ParkedMessage,
  ParkedPlace,
  ParkedState,
  Redrivable,
  Redriven,
} from './parked/parked.ts';
export { BadCursor, NotFirstOfKey, NotParked, NotRunning, Stopping } from './parked/errors.ts';
export { type Move, type ResetDone, ResetRefused, type ResetRequest, type Target } from './reset/reset.ts';
export { isInReplay, PublishesWhileReplaying } from './replaying.ts';
export { Missing } from './waiting/missing.ts';
export { startRunner } from './runner.process.ts';
export { positionsOf, replaysOf } from './consume/position.table.ts';
export { forgetting, isReadWithin, messagingSchema } from './schema.ts';
