import type { Answer } from '../http/hooks.ts';
import type { Metrics } from './metrics.ts';

/** Gives what is to be called after every answer. The route is the pattern: addresses are too many, and personal. */
export function measureHttp(metrics: Metrics): (answer: Answer) => void {
  const took = metrics.timing('http_request_duration_seconds');
  return ({ method, route = 'unknown', status, ms }) => took({ method, route, status: String(status) }, ms / 1_000);
}
