import { setTimeout as pause } from 'node:timers/promises';
import { transaction } from '@offset-zero/postgres';
import { type Failure, pauseAfterFailure, TRIES } from '../consume/attempt.ts';
import type { Desk } from '../consume/commit.process.ts';
import { type Line, noteFailure } from '../consume/parked.table.ts';
import type { Fault } from '../consume/received.ts';
import { redriveFirst } from '../parked/step.process.ts';
import type { Logger } from '../runner.ts';
import { WAITS_FOR } from './missing.ts';
import { isWaiting } from './waiting.table.ts';

const TOGETHER = 500;
const BYTES_TOGETHER = 2 ** 22;
const CLASHES = 5;

/**
 * Handles a line that waits as far as it goes, in the normal path. A message that misses something goes on waiting, for
 * that; one that fails is tried as often as any other and then parked, unless so many are that the code must be at fault.
 * Throws what is away, and the reason of `signal` between two tries.
 */
export async function releaseLine(desk: Desk, line: Line, signal: AbortSignal, log: Logger): Promise<void> {
  if (!(await isWaiting(desk.pool, line))) return;
  let portion = { after: -1, messages: TOGETHER, bytes: BYTES_TOGETHER };
  let failures: Failure[] = [];
  let clashes = 0;
  for (;;) {
    signal.throwIfAborted();
    const step = await redriveFirst(desk, line, undefined, portion);
    if (step.is === 'empty') return;
    if (step.is === 'clashed') {
      if (++clashes > CLASHES) throw step.error;
    } else if (step.is === 'handled') {
      failures = [];
      portion = { ...portion, messages: Math.min(portion.messages * 2, TOGETHER) };
    } else if (step.tried > 1) {
      portion = { ...portion, messages: Math.ceil(step.tried / 2) };
    } else if (step.fault.code === WAITS_FOR) {
      return;
    } else {
      failures.push({ at: new Date().toISOString(), error: step.fault.error });
      if (failures.length >= TRIES) return parkWaiting(desk, line, step.first, step.fault.code, failures, log);
      await pause(pauseAfterFailure(failures.length), undefined, { signal });
    }
  }
}

async function parkWaiting(
  { pool, breaker }: Desk,
  { at }: Line,
  offset: number,
  code: Fault['code'],
  failures: Failure[],
  log: Logger,
): Promise<void> {
  if (breaker.trips(1, 0)) {
    log.error({ ...at, offset, error: failures.at(-1)!.error }, 'Too many messages fail: this one goes on waiting');
    return;
  }
  await transaction(pool, async (sql) => {
    for (const failure of failures) await noteFailure(sql, at, offset, code, failure);
  });
  breaker.note(1, 0);
}
