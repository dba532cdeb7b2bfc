import type { Fact } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { Message } from '../message.ts';

/** What the handler of a message works with; `@Ctx()` of a method with `@Reacts`. */
export interface Reaction {
  /** The transaction of the effects and the position. */
  readonly sql: Sql;
  readonly message: Message;
  /** Publishes facts when, and only when, the transaction commits. Take the row's lock before. */
  append(...facts: Fact[]): Promise<void>;
}
