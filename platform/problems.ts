const LOUD: unknown[] = ['warn', 'error', 'fatal', 40, 50, 60];

/**
 * What of a service's log is worth the console: pino's JSON lines from `warn` up, its level a name or a number, as
 * `message: error`; and any line that is no JSON, since that is a runtime speaking before or after the logger lives.
 * Undefined = nothing.
 */
export function problemIn(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  let entry: { level?: number | string; msg?: string; err?: { message?: string }; problem?: { detail?: string } };
  try {
    entry = JSON.parse(line);
  } catch {
    return line;
  }
  if (typeof entry !== 'object' || entry === null || !LOUD.includes(entry.level)) return undefined;
  const cause = entry.err?.message ?? entry.problem?.detail;
  return [entry.msg, cause !== entry.msg && cause].filter(Boolean).join(': ') || line;
}

/** Lets a text through, then keeps it back for `quietMs`; tells how often it was kept back when it comes again. */
export function withoutRepeats(quietMs = 30_000, now: () => number = Date.now): (text: string) => string | undefined {
  const seen = new Map<string, { until: number; kept: number }>();
  return (text) => {
    const known = seen.get(text);
    if (known && now() < known.until) {
      known.kept++;
      return undefined;
    }
    if (seen.size > 200) seen.clear();
    seen.set(text, { until: now() + quietMs, kept: 0 });
    return known?.kept ? `${text} (and ${known.kept} times more)` : text;
  };
}
