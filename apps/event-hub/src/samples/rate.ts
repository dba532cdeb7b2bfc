import type { Sample } from './sample.ts';

/** A rate is that of the last ten seconds: what comes in batches looks as steady as it is. */
const OVER_MS = 10_000;

/**
 * Growth per second of a counter, from the oldest sample within ten seconds to the sample at `last`. A counter that fell
 * began anew from 0 meanwhile. Null when it is not known at either end.
 */
export function perSecond(
  samples: readonly Sample[],
  last: number,
  count: (sample: Sample) => number | undefined,
): number | null {
  const to = samples[last];
  const now = to && count(to);
  if (now === undefined) return null;
  for (let first = firstWithin(samples, last); first < last; first++) {
    const from = samples[first]!;
    const before = count(from);
    if (before === undefined) continue;
    const grown = now >= before ? now - before : now;
    return round((grown * 1_000) / (to!.at - from.at));
  }
  return null;
}

function firstWithin(samples: readonly Sample[], last: number): number {
  let first = last;
  while (first > 0 && samples[first - 1]!.at >= samples[last]!.at - OVER_MS) first--;
  return first;
}

const round = (value: number) => Math.round(value * 100) / 100;
