import { table } from '../report/markdown.ts';
import { failuresOf } from '../report/result.ts';
import type { Growth } from './slope.ts';
import type { SoakResult } from './soak.process.ts';

/** Memory of every process: after the warm-up, at the end, at most, and the slopes. */
export const memoryTable = ({ memory, liveHeap }: Pick<SoakResult, 'memory' | 'liveHeap'>): string =>
  table(
    ['Process', 'Warm, MB', 'End, MB', 'Most, MB', 'MB per hour', 'Live heap: warm', 'end', 'MB per hour'],
    Object.entries(memory).map(([name, { first, last, max, slope }]) => [
      name,
      ...[first, last, max].map(Math.round),
      oneDigit(slope),
      ...heapColumns(liveHeap[name]),
    ]),
  );

const heapColumns = (heap: Growth | undefined) =>
  heap ? [heap.first, heap.last, heap.slope].map(oneDigit) : ['–', '–', '–'];

const oneDigit = (value: number) => Number(value.toFixed(1));

/** The part of docs/reliability.md about a run in which nothing went wrong. */
export const soakSection = (result: SoakResult): string => `
## Under a steady load

\`npm run soak -- --minutes ${result.minutes} --rate ${result.rate}\`: ${result.requests.accepted} writes accepted in
${result.minutes} minutes, ${failuresOf(result)} breaches, ${result.restarts} restarts. Resident memory and, of
services, what full collections leave of the heap; slopes by least squares after the first third. V8 takes room where there
is plenty: the live heap is what a service holds.

${memoryTable(result)}
`;
