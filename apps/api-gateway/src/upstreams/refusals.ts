import { Refusal } from '@offset-zero/service/refusal';
import { Failed } from './failed.ts';
import type { Upstream } from './table.ts';

/** Says which service it is that does not answer, and why it is thought so. */
export const about = (upstream: Upstream, why: string) => ({
  detail: `${upstream.name} does not answer (${why})`,
  extra: { service: upstream.name },
});

/** Nothing was done: the call may be made again after `retryAfterMs`. */
export const unavailable = (upstream: Upstream, why: string, retryAfterMs = 0): Refusal =>
  new Refusal('service-unavailable', {
    ...about(upstream, why),
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) },
  });

/** What the client is told of a call that came to nothing. */
export function refusalOf(upstream: Upstream, error: unknown): unknown {
  if (!(error instanceof Failed)) return error;
  if (error.how === 'silent') return new Refusal('service-timeout', about(upstream, error.message));
  if (error.how === 'lost') return new Refusal('answer-lost', about(upstream, error.message));
  return unavailable(upstream, error.message);
}
