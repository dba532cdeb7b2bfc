import rateLimit from '@fastify/rate-limit';
import { Refusal } from '@offset-zero/service';
import type { FastifyInstance } from 'fastify';

/** Routes of `scope` with `config: { rateLimit: {} }` take so many calls of one address; then `too-many-requests`. */
export async function limitCalls(scope: FastifyInstance, perMinute: number): Promise<void> {
  await scope.register(rateLimit, {
    ...{ global: false, max: perMinute, timeWindow: 60_000, cache: 50_000 },
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('too-many-requests', { headers: { 'Retry-After': String(Math.ceil(ttl / 1_000)) } }),
  });
}
