import { PUBLISHES_WHILE_REPLAYING } from '@offset-zero/postgres';

/** A handler wants to publish facts of a message that was handled before. It changes something that nobody would hear of. */
export class PublishesWhileReplaying extends Error {
  override name = 'PublishesWhileReplaying';
  /** As the outbox says it, for who goes around the `Reaction`. */
  readonly code = PUBLISHES_WHILE_REPLAYING;

  constructor(what: string) {
    super(`a message that is replayed publishes nothing: ${what}`);
  }
}
