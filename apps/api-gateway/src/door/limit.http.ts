import { Refusal } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Quota, Taken } from './quota.ts';

/** Counts a request, says in headers how many are left, and throws `too-many-requests` when none are. */
export type Limit = (request: FastifyRequest, reply: FastifyReply) => void;

export const limitOf =
  (quota: Quota, clientOf: (request: FastifyRequest) => string): Limit =>
  (request, reply) => {
    const taken = quota.take(clientOf(request));
    reply.headers(limitHeaders(taken));
    if (!taken.isExceeded) return;
    throw new Refusal('too-many-requests', { headers: { 'Retry-After': String(taken.resetsInS) } });
  };

/** draft-ietf-httpapi-ratelimit-headers-07 and before. */
export const limitHeaders = ({ limit, left, resetsInS }: Taken) => ({
  'ratelimit-limit': limit,
  'ratelimit-remaining': left,
  'ratelimit-reset': resetsInS,
});
