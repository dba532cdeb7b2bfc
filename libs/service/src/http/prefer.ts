const MOST_SECONDS = 30;

/** Seconds of `Prefer: wait=N` (RFC 7240), at most 30; 0 when the client does not want to wait or says it wrongly. */
export function waitPreference(header: string | string[] | undefined): number {
  for (const preference of [header ?? []].flat().join(',').split(',')) {
    const seconds = /^\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:;.*)?$/i.exec(preference)?.[1];
    if (seconds !== undefined) return Math.min(Number(seconds), MOST_SECONDS);
  }
  return 0;
}
