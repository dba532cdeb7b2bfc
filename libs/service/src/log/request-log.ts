import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { traceFields } from './trace-fields.ts';

const SLOW_MS = 1_000;

/**
 * One line per request, after its answer: writes, refusals and slow ones at info, the rest at debug. Of the address
 * only the route's pattern is logged: queries and bodies may hold personal data.
 */
export function logRequest(log: Logger, request: FastifyRequest, reply: FastifyReply) {
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  const route = request.routeOptions.url ?? 'unknown';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const quiet = (reads && reply.statusCode < 400 && ms < SLOW_MS) || route.startsWith('/health/');
  const level = quiet ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const { method, scope } = request;
  log[level]({ ...traceFields(scope), method, route, status: reply.statusCode, code: scope?.refused, ms }, 'request');
}
