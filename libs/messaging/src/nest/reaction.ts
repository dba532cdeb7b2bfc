import type { Fact } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { Message } from '../message.ts';

/** What the handler of a message works with; `@Ctx()` of a method with `@Reacts`. */
export interface Reaction {
  /** The transaction of the effects and the position. */
  readonly sql: Sql;
  readonly message: Message;
  /**
   * The message was handled before, and the subscription was reset to go over it again: what follows from it has been
   * published. A handler may repeat its effects here, if that changes nothing that is right already; it cannot publish.
   */
  readonly replaying: boolean;
  /**
   * Publishes facts when, and only when, the transaction commits. Take the row's lock before. Throws
   * `PublishesWhileReplaying`, and then nothing is done even if that is caught: the message is parked.
   */
  append(...facts: Fact[]): Promise<void>;
}
