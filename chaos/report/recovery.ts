import type { JournalEntry } from '../journal.ts';
import type { Watched } from '../load/load.process.ts';
import { kindOf } from '../plan/fault.ts';
import type { Happened } from '../world/carry-out.process.ts';

/** Milliseconds; null where nothing came any more. */
export interface Recovery {
  kind: string;
  count: number;
  /** From the end of the fault to the first answer to a write that was sent after it. */
  write: Spread | null;
  /** From the end of the fault until an order that was placed after it had been handled. */
  order: Spread | null;
}

export interface Spread {
  p50: number;
  max: number;
}

/** Which writes need whom; a server is needed by all. */
const NEEDS: Record<string, string> = {
  'customer-service': 'customer.',
  'product-service': 'product.',
  'stock-service': 'stock.',
  'order-service': 'order.',
};

/** How soon the shop was itself again after each kind of fault, whatever else was going wrong at that time. */
export function recoveryOf(happened: Happened[], entries: JournalEntry[], watched: Watched[]): Recovery[] {
  const writes = entries.flatMap(({ op, at, answeredAt, outcome, resolvedBy }) =>
    outcome === 'accepted' && !resolvedBy ? [{ op, from: at, to: answeredAt! }] : [],
  );
  const orders = watched.flatMap(({ placedAt, handledAt }) =>
    handledAt ? [{ op: '', from: placedAt, to: handledAt }] : [],
  );
  const kinds = Map.groupBy(
    happened.filter(({ problem }) => problem === undefined),
    ({ fault }) => kindOf(fault),
  );
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, faults]) => ({
      kind,
      count: faults.length,
      write: spread(faults.map(({ fault, endedAt }) => first(writes, endedAt, NEEDS[fault.target] ?? ''))),
      order: spread(faults.map(({ endedAt }) => first(orders, endedAt, ''))),
    }));
}

function first(all: { op: string; from: number; to: number }[], after: number, needed: string): number | undefined {
  const later = all.filter(({ op, from }) => from >= after && op.startsWith(needed));
  return later.length > 0 ? Math.min(...later.map(({ to }) => to)) - after : undefined;
}

function spread(found: (number | undefined)[]): Spread | null {
  const times = found.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  if (times.length === 0) return null;
  return { p50: times[Math.floor((times.length - 1) / 2)]!, max: times.at(-1)! };
}
