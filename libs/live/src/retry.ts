const LONGEST_MS = 30_000;
const DEFAULT_MS = 2_000;

/** Whether asking again may be answered otherwise. A token may just have ended (401): then once more, with a new one. */
export const heals = (status: number, failures: number): boolean =>
  status >= 500 || status === 408 || status === 429 || (status === 401 && failures === 0);

/**
 * How long to wait before the next connection, in ms: a part of `baseMs` after a stream that ended well, growing with
 * each failure in a row; always with chance in it, so that the clients of a gateway that stops come one by one.
 */
export function backOffMs(failures: number, baseMs = DEFAULT_MS, chance: () => number = Math.random): number {
  const longest = failures === 0 ? baseMs : Math.max(baseMs, Math.min(baseMs * 2 ** (failures - 1), LONGEST_MS));
  return longest * (failures === 0 ? chance() / 2 : 1 + chance() / 2);
}
