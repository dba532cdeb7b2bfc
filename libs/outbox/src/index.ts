export { outboxDepth } from './depth.ts';
export type { OutboxRow } from './batch.ts';
export type { Trace } from './headers.ts';
export { createOutbox, FactTooLarge, InvalidKey, type Outbox, type OutboxOptions } from './outbox.ts';
export type { Relay, RelayOptions, RelayStatus } from './relay.ts';
export { startRelay } from './relay.process.ts';
export { outboxSchema } from './schema.ts';
