import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Gives what is to be called after every answer. The route is the pattern: addresses are too many, and personal. */
export function measureHttp(metrics: Metrics): (request: FastifyRequest, reply: FastifyReply) => void {
  const took = metrics.timing('http_request_duration_seconds');
  return ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    took({ method, route: routeOptions.url ?? 'unknown', status: String(statusCode) }, elapsedTime / 1_000);
}
