import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a fact, never for a time: runs `fact` until it neither throws nor returns false, and gives what it returned.
 * Throws the last error when `timeoutMs` have passed.
 */
export async function eventually<T>(
  fact: () => T | Promise<T>,
  timeoutMs = 30_000,
  everyMs = 50,
): Promise<Exclude<T, false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      const result = await fact();
      if (result !== false) return result as Exclude<T, false>;
      throw new Error('still false');
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(everyMs);
  }
}
