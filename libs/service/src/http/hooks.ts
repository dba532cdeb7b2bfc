import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodeToken, encodeToken, type Seen } from '../consistency/token.ts';
import { type Context, inContext } from '../context/request-context.ts';
import { joinTrace, type Trace } from '../context/trace.ts';
import { Refusal } from '../problems/refusal.ts';
import { etagOf, isUnchanged } from './etag.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    versioned?: boolean;
  }
}

/** An answer that has gone out. */
export interface Answer {
  method: string;
  /** The pattern of the route, not the address. */
  route: string | undefined;
  status: number;
  /** Milliseconds from the request to the end of the answer. */
  ms: number;
  scope: Context | undefined;
}

/** Injects the frame, for what answers beside Fastify: `@Inject(FRAME) frame: Frame`. */
export const FRAME = Symbol('frame');

declare module 'node:http' {
  interface IncomingMessage {
    /** When it came, on the clock of `performance.now`, where that was before Fastify heard of it. */
    receivedAt?: number;
  }
}

export interface Frame {
  /** Whether spans are recorded. */
  isTraced: boolean;
  addressOf(request: IncomingMessage): string | undefined;
  /** Why requests cannot be served yet; undefined once they can. */
  notYet(): Refusal | undefined;
  isStopping(): boolean;
  /** Begins to record what is done for a request. */
  received(request: FastifyRequest): Trace;
  /** Resolves when the views have applied what the caller has seen. */
  caughtUpWith(seen: Seen[]): Promise<void>;
  answered(answer: Answer): void;
}

/** Answered whatever state the service is in. */
const OPERATIONS = /^\/(health|metrics|docs|manifest)\b/;

/** What happens to every request, around the routes. */
export function frame(fastify: FastifyInstance, { notYet, isStopping, received, caughtUpWith, answered }: Frame): void {
  fastify.decorateRequest('scope', undefined);

  fastify.addHook('onRequest', (request, reply, done) => {
    const isOperation = OPERATIONS.test(request.url);
    const trace = isOperation ? joinTrace(request.headers.traceparent as string | undefined) : received(request);
    request.scope = { ...trace, seen: [], http: { request, reply } };
    done(isOperation ? undefined : notYet());
  });

  // Here, not earlier: what comes out of the body's stream has lost the asynchronous context of the request
  fastify.addHook('preHandler', (request, _reply, done) => {
    const enter = () => inContext(request.scope!, done);
    const token = request.headers['consistency-token'];
    if (token === undefined) return enter();
    seenIn(token)
      .then(caughtUpWith)
      .then(enter, (error: Error) => done(error));
  });

  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const version = request.routeOptions.config.versioned ? versionOf(payload) : undefined;
    if (version === undefined) return done(null, payload);
    reply.header('ETag', etagOf(version));
    const unchanged = request.method === 'GET' && isUnchanged(request.headers['if-none-match'], version);
    if (unchanged) reply.code(304);
    done(null, payload);
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    const seen = request.scope?.seen ?? [];
    if (seen.length > 0 && reply.statusCode < 400) reply.header('Consistency-Token', encodeToken(seen));
    if (isStopping()) reply.header('Connection', 'close');
    if (reply.statusCode !== 304) return done(null, payload);
    reply.removeHeader('Content-Type');
    done(null, null);
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, scope, routeOptions, raw } = request;
    const ms = raw.receivedAt === undefined ? reply.elapsedTime : performance.now() - raw.receivedAt;
    answered({ method, scope, route: routeOptions.url, status: reply.statusCode, ms });
    done();
  });
}

const seenIn = async (token: string | string[]): Promise<Seen[]> => decodeToken([token].flat().join(','));

function versionOf(payload: unknown): number | undefined {
  const version = (payload as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : undefined;
}
