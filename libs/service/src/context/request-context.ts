import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '@offset-zero/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Seen } from '../consistency/token.ts';
import type { Span } from '@opentelemetry/api';
import type { Trace } from './trace.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What belongs to this request; set before anything else happens to it. */
    scope?: Context;
  }
}

/** What belongs to the request or message being handled, wherever in the code we are. */
export interface Context extends Trace {
  /** Records it, where traces are recorded. */
  span?: Span;
  /** The id of the message that caused this, when a message did. */
  causationId?: string;
  /** Who calls; undefined for a message, and for a request that anyone may make. */
  principal?: Principal;
  /** The things this request wrote, for its Consistency-Token. */
  seen: Seen[];
  /** The code of the problem it was answered with. */
  refused?: string;
  http?: { request: FastifyRequest; reply: FastifyReply };
}

const storage = new AsyncLocalStorage<Context>();

/** The context of the running request or message; undefined at start and in background work. */
export const currentContext = (): Context | undefined => storage.getStore();

/** Runs `work` in `context`. */
export const inContext = <T>(context: Context, work: () => T): T => storage.run(context, work);

/** Remembers that the running request wrote (or found already written) this version of a thing. */
export function noteSeen(seen: Seen): void {
  storage.getStore()?.seen.push(seen);
}
