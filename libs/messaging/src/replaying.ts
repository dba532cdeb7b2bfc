import { AsyncLocalStorage } from 'node:async_hooks';
import { PUBLISHES_WHILE_REPLAYING } from '@offset-zero/postgres';

const storage = new AsyncLocalStorage<true>();

/** Runs what handles a message that was handled before. */
export const inReplay = <T>(work: () => Promise<T>): Promise<T> => storage.run(true, work);

/** Whether the running code handles such a message, in whatever transaction. */
export const isInReplay = (): boolean => storage.getStore() === true;

/** A handler wants to publish facts of a message that was handled before. It changes something that nobody would hear of. */
export class PublishesWhileReplaying extends Error {
  override name = 'PublishesWhileReplaying';
  /** As the outbox says it, for who goes around the `Reaction`. */
  readonly code = PUBLISHES_WHILE_REPLAYING;

  constructor(what: string) {
    super(`a message that is replayed publishes nothing: ${what}`);
  }
}
