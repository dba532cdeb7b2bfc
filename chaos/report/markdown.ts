import { breachesOf } from '../check/report.ts';
import { describeFault } from '../plan/fault.ts';
import type { Recovery, Spread } from './recovery.ts';
import { commandOf, failuresOf, type Result } from './result.ts';

/** A table as Prettier would leave it; numbers to the right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'));
  const widths = head.map((_, i) => Math.max(3, ...cells.map((row) => [...row[i]!].length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => pad(cell, widths[i]!, numeric[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (numeric[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}

const pad = (text: string, width: number, right: boolean) => (right ? text.padStart(width) : text.padEnd(width));

const seconds = (ms: number) => (ms / 1_000).toFixed(1);
const spread = (found: Spread | null) => (found ? `${seconds(found.p50)} / ${seconds(found.max)}` : 'never');

export const recoveryTable = (recovery: Recovery[]): string =>
  table(
    ['Fault', 'Times', 'To a write, s (p50 / max)', 'To an order handled, s (p50 / max)'],
    recovery.map(({ kind, count, write, order }) => [kind, count, spread(write), spread(order)]),
  );

export const checksTable = ({ report }: Pick<Result, 'report'>): string =>
  table(
    ['Law', 'Examined', 'Breaches'],
    report.checks.map(({ name, examined, breaches }) => [name, examined, breaches.length]),
  );

const findings = ({ stuck, report }: Result): string =>
  list([
    ...stuck.map((what) => `stuck: ${what}`),
    ...breachesOf(report).map(({ check, key, what, evidence }) => {
      return `${check}, ${key}: ${what} \`${JSON.stringify(evidence)}\``;
    }),
  ]);

/** A paragraph of its own, or nothing. */
export const list = (items: string[]): string =>
  items.map((item) => `- ${item}\n`).join('') + (items.length > 0 ? '\n' : '');

/** The report of one run. */
export function runPage(result: Result): string {
  const { seed, minutes, compaction, startedAt, faults, requests, quietAfterMs, recovery } = result;
  const failures = failuresOf(result);
  return `# Chaos run, seed ${seed}: ${failures === 0 ? 'no breach' : `${failures} breaches`}

${minutes} minutes, compaction ${compaction}, ${new Date(startedAt).toISOString()}. Again: \`${commandOf(result)}\`

${requests.accepted} writes accepted, ${requests.refused} refused. Of ${requests.resolved.replay + requests.resolved.read} the client did not know the outcome at first: ${requests.resolved.replay}
were found out by sending them again, ${requests.resolved.read} by the version they left behind. ${requests.unknown} were never known.
Nothing was on its way any more ${seconds(quietAfterMs)} s after the last healing.

## What was checked

${checksTable(result)}

${findings(result)}## Recovery

${recoveryTable(recovery)}

## What went wrong, and when

${table(
  ['After, s', 'Fault', 'Lasted, s', ''],
  faults.map(({ fault, beganAt, endedAt, problem }) => [
    Number(seconds(beganAt - startedAt)),
    describeFault(fault),
    Number(seconds(endedAt - beganAt)),
    problem ?? '',
  ]),
)}
`;
}
