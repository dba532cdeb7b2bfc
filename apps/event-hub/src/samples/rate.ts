import type { Sample } from './sample.ts';

/** A rate is that of the last ten seconds: what comes in batches looks as steady as it is. */
const OVER_MS = 10_000;

/**
 * Growth per second of a counter up to the sample at `last`, from the oldest sample within ten seconds since which it has
 * not fallen: one that fell began anew, or an instance that counted along is gone. Null when there are not two to compare.
 */
export function perSecond(
  samples: readonly Sample[],
  last: number,
  count: (sample: Sample) => number | undefined,
): number | null {
  const to = samples[last];
  const now = to && count(to);
  if (now === undefined) return null;
  let from = { at: to!.at, count: now };
  for (let index = last - 1; index >= 0 && samples[index]!.at >= to!.at - OVER_MS; index--) {
    const before = count(samples[index]!);
    if (before === undefined) continue;
    if (before > from.count) break;
    from = { at: samples[index]!.at, count: before };
  }
  return from.at === to!.at ? null : round(((now - from.count) * 1_000) / (to!.at - from.at));
}

const round = (value: number) => Math.round(value * 100) / 100;
