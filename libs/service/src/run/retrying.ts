import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

const LONGEST_MS = 5_000;

/**
 * Runs `work` until it succeeds or `signal` aborts, with growing pauses; each new reason is logged once. An error that
 * `mayHeal` says no to is thrown. Resolves to false when aborted.
 */
export async function retrying(
  work: () => Promise<void>,
  o: { what: string; log: Logger; signal: AbortSignal; mayHeal: (error: unknown) => boolean; shortestMs?: number },
): Promise<boolean> {
  let said = '';
  for (let ms = o.shortestMs ?? 250; !o.signal.aborted; ms = Math.min(ms * 2, LONGEST_MS)) {
    try {
      await work();
      if (said !== '') o.log.info(`${o.what}: there now`);
      return true;
    } catch (error) {
      if (!o.mayHeal(error)) throw error;
      const reason = (error as Error).message || String((error as { code?: unknown }).code);
      if (reason !== said) o.log.warn({ reason }, `${o.what}: not there yet, trying on`);
      said = reason;
    }
    await pause(ms, undefined, { signal: o.signal }).catch(() => {});
  }
  return false;
}
