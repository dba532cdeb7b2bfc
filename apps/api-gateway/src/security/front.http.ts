import cors from '@fastify/cors';
import type { Identity } from '@offset-zero/service';
import type { FastifyInstance } from 'fastify';
import { keepAudit } from '../audit/audit.http.ts';
import { guardDoor } from '../door/door.http.ts';
import { Quota } from '../door/quota.ts';
import type { Around } from '../proxy/fast-path.http.ts';
import { isApi } from '../door/path.ts';
import type { GatewaySettings } from '../settings.ts';
import { apiHeaders, pageHeaders } from './headers.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What stands at the door, for what does not come through Fastify's hooks. */
    door: Pick<Around, 'quota' | 'audit' | 'headers'>;
  }
}

/** What a client of another origin may send and see, beside what every browser lets it. */
const SENT = ['Authorization', 'Content-Type', 'Consistency-Token', 'Idempotency-Key', 'If-Match', 'If-None-Match'];
const SENT_TOO = ['Last-Event-ID', 'Prefer', 'traceparent', 'X-Canary'];
const SEEN = ['Consistency-Token', 'ETag', 'Idempotency-Replayed', 'Location', 'Retry-After', 'WWW-Authenticate'];
const SEEN_TOO = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** A connection on which nothing moves ends: its client reads no more, or is gone. A live stream beats every 15 s. */
const SILENT_MS = 60_000;
/** Beyond what a service may take: a client waits so long for it, with `Prefer: wait`. */
const WAITING_MS = 40_000;

/**
 * What comes before every route: limits on how slowly and how much may be sent, the headers that guard browsers, the
 * answers to those that ask whether another origin may call, the audit, and the door.
 */
export async function front(fastify: FastifyInstance, settings: GatewaySettings, identity: Identity): Promise<void> {
  const { intake, timeoutMs, corsOrigins, web, auditFile, limits } = settings;
  Object.assign(fastify.server, {
    headersTimeout: intake.headersMs,
    requestTimeout: intake.requestMs,
    timeout: Math.max(SILENT_MS, timeoutMs + WAITING_MS),
    maxHeaderSize: intake.headerBytes,
    connectionsCheckingInterval: Math.min(intake.headersMs, intake.requestMs, 5_000) / 2,
  });

  const forPages = pageHeaders(web.issuer);
  fastify.addHook('onRequest', ({ routeOptions, raw }, reply, done) => {
    reply.headers(isApi(routeOptions.url, raw.url!) ? apiHeaders : forPages);
    done();
  });
  const exposed = [...SEEN, ...SEEN_TOO];
  if (corsOrigins.length > 0) {
    await fastify.register(cors, {
      origin: corsOrigins,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      allowedHeaders: [...SENT, ...SENT_TOO],
      exposedHeaders: exposed,
      maxAge: 600,
    });
  }
  const audit = keepAudit(fastify, auditFile);
  const quota = new Quota(limits.calls);
  guardDoor(fastify, identity, { calls: quota, failures: new Quota(limits.failures) });
  // What the plugin adds to the answer to whoever did not say that he comes from elsewhere
  const forOrigins = { vary: 'Origin', 'access-control-expose-headers': exposed.join(', ') };
  const headers = corsOrigins.length > 0 ? { ...apiHeaders, ...forOrigins } : apiHeaders;
  fastify.decorate('door', { quota, audit, headers });
}
