import { isOfKafka } from '@offset-zero/kafka';
import { BadCursor, NotFirstOfKey, NotParked, NotRunning, ResetRefused, Stopping } from '@offset-zero/messaging';
import { Refusal } from '../problems/refusal.ts';
import type { ProblemCode } from '../problems/table.ts';

const OF_RESET = {
  'not-in-log': 'offset-not-in-log',
  'no-partition': 'partition-not-found',
  'rebuild-only': 'reset-to-beginning-only',
  'messages-parked': 'messages-parked',
} as const satisfies Record<ResetRefused['code'], ProblemCode>;

/** What an operator's request failed of, in the words of HTTP. */
function refusalOf(error: unknown): unknown {
  if (error instanceof NotRunning) return new Refusal('subscription-not-found', error.message);
  if (error instanceof NotParked) return new Refusal('message-not-parked', error.message);
  if (error instanceof Stopping) return new Refusal('service-stopping', { headers: { 'Retry-After': '5' } });
  if (error instanceof BadCursor) return new Refusal('invalid-cursor');
  if (error instanceof ResetRefused) return new Refusal(OF_RESET[error.code], error.message);
  if (error instanceof NotFirstOfKey) {
    return new Refusal('not-first-of-key', { detail: error.message, extra: { first: error.first } });
  }
  return isOfKafka(error) ? new Refusal('kafka-unavailable', { headers: { 'Retry-After': '5' } }) : error;
}

/** Runs `work`; what it throws becomes a refusal where it is one. */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}
