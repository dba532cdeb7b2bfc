import type { OrderTrace, TraceReader, TraceStep } from './trace.ts';

export interface Row {
  step: TraceStep;
  /** The lane of the service that wrote it. */
  lane: number;
  readings: Reading[];
  /** Since the first step, ms. */
  since: number;
  /** Since the step before, ms; undefined for the first, and 0 where clocks or order say less. */
  pause: number | undefined;
  /** Written in one transaction with the row above. */
  together: boolean;
}

export interface Reading {
  reader: TraceReader;
  lane: number;
  /** From publishing to being applied, ms; undefined while it was not, or where nobody knows when. */
  after: number | undefined;
}

export interface Lanes {
  /** Services from left to right. */
  lanes: string[];
  rows: Row[];
}

/** A lane for each service: in the order in which they wrote, then those that only read, by name. */
export function lanesOf({ steps }: Pick<OrderTrace, 'steps'>): Lanes {
  const writers = [...new Set(steps.map(({ service }) => service))];
  const readers = new Set(steps.flatMap((step) => step.readers.map(({ service }) => service)));
  const lanes = [...writers, ...[...readers].filter((name) => !writers.includes(name)).sort()];
  const laneOf = new Map(lanes.map((name, index) => [name, index]));
  const start = Math.min(...steps.map(({ at }) => Date.parse(at)));
  const rows = steps.map((step, index): Row => {
    const before = steps[index - 1];
    return {
      step,
      lane: laneOf.get(step.service)!,
      readings: step.readers.map((reader) => ({
        reader,
        lane: laneOf.get(reader.service)!,
        after: sinceOf(step.publishedAt, reader.appliedAt),
      })),
      since: Date.parse(step.at) - start,
      pause: before && sinceOf(before.at, step.at),
      together: before !== undefined && isTogether(before, step),
    };
  });
  return { lanes, rows };
}

function sinceOf(from: string, to: string | undefined): number | undefined {
  return to === undefined ? undefined : Math.max(0, Date.parse(to) - Date.parse(from));
}

/** One transaction writes with one clock reading and one cause. */
const isTogether = (a: TraceStep, b: TraceStep): boolean =>
  a.service === b.service && a.at === b.at && a.causedBy === b.causedBy && a.traceId === b.traceId;

/** Pixels of empty line before a row: longer pauses take more, a minute not thousands of times as much as a millisecond. */
export const spaceFor = (pause: number | undefined): number =>
  Math.round(Math.min(48, 8 * Math.log10(1 + (pause ?? 0))));
