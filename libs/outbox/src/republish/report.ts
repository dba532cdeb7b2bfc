import type { Difference, DifferenceKind } from './differences.ts';

const EXAMPLES = 10;

export interface Example extends Difference {
  key: string;
  /** Null: the log has nothing; the owner does not know it. */
  logVersion: number | null;
  ownerVersion: number | null;
}

/** What came of comparing a table with its topic. Counts are keys. */
export interface Report {
  topic: string;
  /** What is being done, for people. */
  step: 'reading the log' | 'walking the table' | 'settling differences' | 'done';
  recordsRead: number;
  /** Keys that the table has. */
  compared: number;
  differing: number;
  counts: Partial<Record<DifferenceKind, number>>;
  /** The first of each kind. */
  examples: Example[];
  /** Keys whose repair was seen in the log. */
  repaired: number;
  /** Keys that were written all the while, or whose rows the relay does not publish: they could not be compared. */
  inMotion: number;
}

export const emptyReport = (topic: string): Report => ({
  topic,
  step: 'reading the log',
  recordsRead: 0,
  compared: 0,
  differing: 0,
  counts: {},
  examples: [],
  repaired: 0,
  inMotion: 0,
});

export function note(report: Report, found: Example): void {
  const before = report.counts[found.kind] ?? 0;
  report.differing++;
  report.counts[found.kind] = before + 1;
  if (before < EXAMPLES) report.examples.push(found);
}
