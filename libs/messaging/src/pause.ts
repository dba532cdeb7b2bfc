import { setTimeout as sleep } from 'node:timers/promises';

/** Waits; an abort ends the wait, and is no error. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {});
