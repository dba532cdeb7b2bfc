import { table } from '../report/markdown.ts';
import { failuresOf } from '../report/result.ts';
import type { Growth } from './slope.ts';
import type { SoakResult } from './soak.process.ts';

/** Memory of every process: after the warm-up, at the end, at most, and its slope. */
export const memoryTable = (memory: Record<string, Growth>): string =>
  table(
    ['Process', 'Warm, MB', 'End, MB', 'Most, MB', 'Slope, MB per hour'],
    Object.entries(memory).map(([name, { first, last, max, slope }]) => [
      name,
      ...[first, last, max].map(Math.round),
      Number(slope.toFixed(1)),
    ]),
  );

/** The part of docs/reliability.md about a run in which nothing went wrong. */
export const soakSection = (result: SoakResult): string => `
## Under a steady load

\`npm run soak -- --minutes ${result.minutes} --rate ${result.rate}\`: ${result.requests.accepted} writes accepted in
${result.minutes} minutes, ${failuresOf(result)} breaches, ${result.restarts} restarts. Resident memory, its slope by least squares after the first
third:

${memoryTable(result.memory)}
`;
