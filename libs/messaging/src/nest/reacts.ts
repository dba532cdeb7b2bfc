import type { Topic } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { Catch, type RpcExceptionFilter, UseFilters, applyDecorators } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { Message } from '../message.ts';

/** Nest would replace the error by "Internal server error"; the runner must see the real one to sort it. */
class Rethrow implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
Catch()(Rethrow);

/** Under which pattern Nest keeps the handler of a record. */
export const patternOf = (topic: string, record: string): string => `${topic}/${record}`;

export interface ReactsOptions {
  /**
   * Locks the rows that handling these messages will touch, in an order that is the same for everybody. Called once
   * before a batch is handled, with all its messages whose handlers share this function. Without it, batches of several
   * partitions that touch the same rows deadlock and have to be run again.
   */
  lock?: Lock;
}

export type Lock = (messages: Message[], sql: Sql) => Promise<unknown>;

/**
 * Makes a controller's method the handler of one record of a topic: `@Payload()` is the decoded value, `@Ctx()` the
 * `Reaction`. Its effects are committed together with the position; throwing means nothing was done, and the message
 * is tried again or parked.
 */
export const Reacts = <R extends Record<string, object>, N extends keyof R & string>(
  topic: Topic<R>,
  record: N,
  { lock }: ReactsOptions = {},
): MethodDecorator =>
  applyDecorators(EventPattern<string>(patternOf(topic.name, record), { topic, record, lock }), UseFilters(Rethrow));
