/** One line of the bench's table. */
export interface Result {
  /** The question: `views`, `relay`, `writes`, ... */
  bench: string;
  /** What was measured: `ours`, `TypeORM save() per record`, ... */
  what: string;
  value: number;
  /** `rows/s`, `req/s`, `ms p50`, `MB`, ... */
  unit: string;
  /** This value over the peer's in the same run, and what the peer is. */
  ratio?: { to: string; of: number; expected?: number };
}

/** The middle value; of an even number of values the lower one of the two. */
export const median = (values: number[]): number => quantile(values, 0.5);

/** The value below which the share `q` (0..1) of the values lies, by rank. */
export function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN;
}
