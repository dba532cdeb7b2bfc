import type {} from '@fastify/rate-limit';
import { Refusal } from '@offset-zero/service';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface LimitSettings {
  /** So many of one client within the window. */
  max: number;
  windowMs: number;
}

/** Counts a request, says in headers how many are left, and throws `too-many-requests` when none are. */
export type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Needs the plugin @fastify/rate-limit. The headers: draft-ietf-httpapi-ratelimit-headers-07 and before. */
export function limitOf(
  fastify: FastifyInstance,
  { max, windowMs }: LimitSettings,
  keyGenerator: (request: FastifyRequest) => string,
): Limit {
  const count = fastify.createRateLimit({ max, timeWindow: windowMs, keyGenerator });
  return async (request, reply) => {
    const counted = await count(request);
    if (counted.isAllowed) return;
    const { remaining, ttlInSeconds, isExceeded } = counted;
    reply.headers({ 'ratelimit-limit': max, 'ratelimit-remaining': remaining, 'ratelimit-reset': ttlInSeconds });
    if (isExceeded) throw new Refusal('too-many-requests', { headers: { 'Retry-After': String(ttlInSeconds) } });
  };
}
