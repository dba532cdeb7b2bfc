import type { Logger } from 'pino';
import type { Answer } from '../http/hooks.ts';
import { traceFields } from './trace-fields.ts';

const SLOW_MS = 1_000;

/**
 * One line per request, after its answer: writes, refusals and slow ones at info, the rest at debug. Of the address
 * only the route's pattern is logged: queries and bodies may hold personal data.
 */
export function logRequest(log: Logger, { method, route = 'unknown', status, ms, scope }: Answer) {
  const reads = method === 'GET' || method === 'HEAD';
  const quiet = (reads && status < 400 && ms < SLOW_MS) || route.startsWith('/health/');
  const level = quiet ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const rounded = Math.round(ms * 10) / 10;
  log[level]({ ...traceFields(scope), method, route, status, code: scope?.refused, ms: rounded }, 'request');
}
