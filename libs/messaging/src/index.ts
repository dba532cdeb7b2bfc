export type { Message } from './message.ts';
export type { Batch, PartitionStatus, Subscription, SubscriptionState, SubscriptionStatus } from './subscription.ts';
export type { Logger, Problem, Redriven, Runner, RunnerOptions } from './runner.ts';
export { startRunner } from './runner.process.ts';
export { positionsOf } from './consume/position.table.ts';
export { forgetting, isReadWithin, messagingSchema } from './schema.ts';
