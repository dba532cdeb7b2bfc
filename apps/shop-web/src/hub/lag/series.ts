import type { History, HistorySeries } from '../hub.ts';

export interface Line {
  name: string;
  /** One for each of the chart's times. */
  points: (number | null)[];
}

export interface Chart {
  /** ms since 1970. */
  times: number[];
  lines: Line[];
}

const nameOf = ({ kind, service, subscription, topic }: HistorySeries): string =>
  (kind === 'rate' ? [topic] : [service, subscription]).filter(Boolean).join(' / ');

/** The subscription of a view is named after it and its version: `customers_1a2b3c4d`. */
const VERSION = /_[\da-f]{8}$/;

/** Without the version, unless two of them are read at the same time: while one takes over from the other. */
function withoutVersions(names: readonly string[]): string[] {
  const short = names.map((name) => name.replace(VERSION, ''));
  return names.map((name, index) => (short.filter((each) => each === short[index]).length > 1 ? name : short[index]!));
}

/** The series of one kind, ordered by name. */
export function chartOf({ every, from, series }: History, kind: HistorySeries['kind']): Chart {
  const ofKind = series.filter((each) => each.kind === kind);
  const names = withoutVersions(ofKind.map(nameOf));
  const lines = ofKind
    .map(({ points }, index) => ({ name: names[index]!, points }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const start = Date.parse(from);
  const length = Math.max(0, ...lines.map(({ points }) => points.length));
  return { times: Array.from({ length }, (_, index) => start + index * every * 1_000), lines };
}

/** The lines that say something: those that were above zero at some time, the highest first, at most `most`. */
export function busiest({ lines }: Chart, most: number): Line[] {
  const high = new Map(lines.map((line) => [line, highest(line)]));
  return lines
    .filter((line) => high.get(line)! > 0)
    .sort((a, b) => high.get(b)! - high.get(a)!)
    .slice(0, most);
}

const highest = ({ points }: Line): number => Math.max(0, ...points.map((point) => point ?? 0));

export interface LineSummary {
  name: string;
  /** The last sample; undefined when nothing is known now. */
  now: number | undefined;
  most: number;
  /** When it was highest for the first time, ms since 1970; undefined when it never was above zero. */
  mostAt: number | undefined;
}

/** What a chart shows, in numbers. */
export const summaryOf = ({ times, lines }: Chart): LineSummary[] =>
  lines.map((line) => {
    const most = highest(line);
    const mostAt = most > 0 ? times[line.points.indexOf(most)] : undefined;
    return { name: line.name, now: line.points.at(-1) ?? undefined, most, mostAt };
  });

/** What the chart library reads: an object for each time, with a property for each line. */
export const rowsOf = (times: readonly number[], lines: readonly Line[]): Record<string, number | null>[] =>
  times.map((time, index) => ({
    time,
    ...Object.fromEntries(lines.map(({ name, points }) => [name, points[index] ?? null])),
  }));
