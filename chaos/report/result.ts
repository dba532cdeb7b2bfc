import { breachesOf, type Report } from '../check/report.ts';
import type { JournalEntry } from '../journal.ts';
import type { Compaction } from '../world/compaction.process.ts';
import type { Happened } from '../world/carry-out.process.ts';
import type { Recovery } from './recovery.ts';

/** What a run found, as it is kept in `.results/chaos/<seed>/result.json`. Times are ms since 1970. */
export interface Result {
  seed: number;
  minutes: number;
  compaction: Compaction;
  rate: number;
  startedAt: number;
  endedAt: number;
  faults: Happened[];
  requests: Requests;
  /** Milliseconds from the last healing until nothing was on its way any more. */
  quietAfterMs: number;
  /** What never came to rest. */
  stuck: string[];
  recovery: Recovery[];
  report: Report;
}

export interface Requests {
  accepted: number;
  refused: number;
  /** Outcomes that the client did not know at first, and how they were found out. */
  resolved: { replay: number; read: number };
  /** Those nobody ever knew. */
  unknown: number;
}

export function requestsOf(entries: JournalEntry[]): Requests {
  const count = (is: (entry: JournalEntry) => boolean) => entries.filter(is).length;
  return {
    accepted: count(({ outcome }) => outcome === 'accepted'),
    refused: count(({ outcome }) => outcome === 'refused'),
    resolved: {
      replay: count(({ resolvedBy }) => resolvedBy === 'replay'),
      read: count(({ resolvedBy }) => resolvedBy === 'read'),
    },
    unknown: count(({ outcome }) => outcome === 'unknown'),
  };
}

/** Breaches the checker found, and what is stuck. */
export const failuresOf = ({ report, stuck }: Pick<Result, 'report' | 'stuck'>): number =>
  breachesOf(report).length + stuck.length;

export const commandOf = ({ minutes, seed, compaction, rate }: Result): string =>
  `npm run chaos -- --minutes ${minutes} --seed ${seed} --compaction ${compaction}${rate === 12 ? '' : ` --rate ${rate}`}`;
