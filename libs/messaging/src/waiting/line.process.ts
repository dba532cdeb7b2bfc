import { setTimeout as pause } from 'node:timers/promises';
import { sqlOf } from '@offset-zero/postgres';
import { type Failure, pauseAfterFailure, TRIES } from '../consume/attempt.ts';
import type { Desk } from '../consume/commit.process.ts';
import { type Line, MOST_AT_ONCE } from '../parked/line.table.ts';
import type { Fault } from '../consume/received.ts';
import { redriveFirst } from '../parked/step.process.ts';
import type { Logger } from '../runner.ts';
import { WAITS_FOR } from './missing.ts';
import { beginTry, endTries, parkFirst } from './line.table.ts';

const KILLED: Fault = { code: 'killed-the-process', error: `the process died ${TRIES} times while handling it` };

/**
 * Handles a line that waits as far as it goes, in the normal path. A message that misses something goes on waiting, for
 * that; one that fails is tried as often as any other and then parked, and so is one that kills the process. Throws what
 * is away, and the reason of `signal`; the tries must then be ended with `endTries`.
 */
export async function releaseLine(desk: Desk, line: Line, signal: AbortSignal, log: Logger): Promise<void> {
  let size = MOST_AT_ONCE.messages;
  let failures: Failure[] = [];
  for (;;) {
    signal.throwIfAborted();
    const begun = await beginTry(desk.pool, line);
    if (!begun) return;
    if (begun.tries > TRIES) return parkWaiting(desk, line, begun.offset, KILLED, [], log);
    const portion = { after: -1, messages: begun.tries > 1 ? 1 : size, bytes: MOST_AT_ONCE.bytes };
    const step = await redriveFirst({ desk, line }, portion);
    if (step.is === 'empty') return;
    if (step.is === 'handled') {
      failures = [];
      size = Math.min(size * 2, MOST_AT_ONCE.messages);
      continue;
    }
    if (step.tried === 1 && step.fault.code === WAITS_FOR) return;
    await endTries(sqlOf(desk.pool), line);
    if (step.tried > 1) {
      size = Math.ceil(step.tried / 2);
    } else {
      failures.push({ at: new Date().toISOString(), error: step.fault.error });
      if (failures.length >= TRIES) return parkWaiting(desk, line, step.first, step.fault, failures, log);
      await pause(pauseAfterFailure(failures.length), undefined, { signal });
    }
  }
}

/** Unless so many are that the code must be at fault. */
async function parkWaiting(
  { pool, breaker }: Desk,
  { at }: Line,
  offset: number,
  { code, error }: Fault,
  failures: Failure[],
  log: Logger,
): Promise<void> {
  if (breaker.trips(1, 0)) {
    log.error({ ...at, offset, error }, 'Too many messages fail: this one goes on waiting');
    return;
  }
  await parkFirst(sqlOf(pool), at, offset, code, error, failures);
  breaker.note(1, 0);
}
