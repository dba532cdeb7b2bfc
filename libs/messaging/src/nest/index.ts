export { type Lock, Reacts, type ReactsOptions } from './reacts.ts';
export type { Reaction } from './reaction.ts';
export { KafkaStrategy, type KafkaStrategyOptions } from './kafka-strategy.ts';
