/** One look at a process: seconds since the start of the run, megabytes of memory. */
export interface Sample {
  at: number;
  mb: number;
}

/** What a run shows of the memory of one process, in MB; `slope` is MB per hour. */
export interface Growth {
  first: number;
  last: number;
  max: number;
  slope: number;
}

/** A process takes what it needs at first; that is no leak. */
const WARM_UP = 1 / 3;

/** The least-squares line through the samples after the warm-up. Undefined with fewer than two of them. */
export function growthOf(samples: readonly Sample[]): Growth | undefined {
  const end = samples.at(-1)?.at ?? 0;
  const warm = samples.filter(({ at }) => at >= end * WARM_UP);
  if (warm.length < 2) return undefined;
  const mean = (of: (sample: Sample) => number) => warm.reduce((sum, each) => sum + of(each), 0) / warm.length;
  const [at, mb] = [mean((sample) => sample.at), mean((sample) => sample.mb)];
  const spread = mean((sample) => (sample.at - at) ** 2);
  const together = mean((sample) => (sample.at - at) * (sample.mb - mb));
  return {
    first: warm[0]!.mb,
    last: warm.at(-1)!.mb,
    max: Math.max(...samples.map((sample) => sample.mb)),
    slope: spread === 0 ? 0 : (together / spread) * 3_600,
  };
}
