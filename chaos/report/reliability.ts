import { breachesOf } from '../check/report.ts';
import { kindOf } from '../plan/fault.ts';
import { checksTable, list, table } from './markdown.ts';
import { commandOf, failuresOf, type Result } from './result.ts';

/** docs/reliability.md: what several runs found together. */
export function reliabilityPage(results: Result[]): string {
  const all = results.flatMap(({ faults }) => faults).filter(({ problem }) => problem === undefined);
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  return `# Reliability

Written by \`npm run chaos -- --report\` from the results of ${results.length} runs of \`npm run chaos\`. In each the whole system is
under a steady load while a plan made from a seed kills (\`kill -9\`) and pauses services, broker, registry and Postgres,
starts and ends second instances, and cuts and stalls connections. Then everything is healed, every write whose outcome
its client never learnt is sent again, and a checker that shares no code with the services compares the clients' journal
with the topics and the databases.

**${sum((result) => result.requests.accepted)} writes were accepted while ${all.length} things went wrong; the checker found ${sum(failuresOf)} breaches.**

## The runs

${table(
  [
    'Seed',
    'Minutes',
    'Compaction',
    'Faults',
    'Accepted',
    'Refused',
    'Unknown at first',
    'Never known',
    'Breaches',
    'Quiet after, s',
  ],
  results.map((result) => [
    ...[result.seed, result.minutes, result.compaction, result.faults.length],
    ...[result.requests.accepted, result.requests.refused],
    ...[result.requests.resolved.replay + result.requests.resolved.read, result.requests.unknown],
    ...[failuresOf(result), Number((result.quietAfterMs / 1_000).toFixed(1))],
  ]),
)}

Any of them again:

\`\`\`sh
${results.map(commandOf).join('\n')}
\`\`\`

The seed makes the plan; how the processes meet it differs from run to run.

## What was checked

${checksTable({ report: together(results) })}

${findings(results)}## Recovery

From the end of the fault (of a kill: from the kill) until a write sent after it was accepted, and until an order placed
after it had been handled, in seconds; other faults went on meanwhile.

${table(
  ['Fault', 'Times', 'Write p50', 'Write max', 'Order p50', 'Order max'],
  kindsOf(results).map((kind) => [
    kind,
    all.filter(({ fault }) => kindOf(fault) === kind).length,
    ...(['write', 'order'] as const).flatMap((of) => worst(results, kind, of)),
  ]),
)}
`;
}

const kindsOf = (results: Result[]) =>
  [...new Set(results.flatMap(({ recovery }) => recovery.map(({ kind }) => kind)))].sort();

/** The median of the runs' medians, and the longest of all. */
function worst(results: Result[], kind: string, of: 'write' | 'order'): (string | number)[] {
  const found = results.flatMap(({ recovery }) => recovery.find((each) => each.kind === kind)?.[of] ?? []);
  if (found.length === 0) return ['–', '–'];
  const medians = found.map(({ p50 }) => p50).sort((a, b) => a - b);
  const median = medians[Math.floor((medians.length - 1) / 2)]!;
  return [median, Math.max(...found.map(({ max }) => max))].map((ms) => Number((ms / 1_000).toFixed(1)));
}

function together(results: Result[]): Result['report'] {
  const names = [...new Set(results.flatMap(({ report }) => report.checks.map(({ name }) => name)))];
  const checks = names.map((name) => {
    const found = results.flatMap(({ report }) => report.checks.filter((each) => each.name === name));
    const examined = found.reduce((total, each) => total + each.examined, 0);
    return { name, examined, breaches: found.flatMap((each) => each.breaches) };
  });
  return { checks };
}

const findings = (results: Result[]): string =>
  list(
    results.flatMap(({ seed, report, stuck }) => [
      ...stuck.map((what) => `seed ${seed}, stuck: ${what}`),
      ...breachesOf(report).map(({ check, key, what }) => `seed ${seed}, ${check}, ${key}: ${what}`),
    ]),
  );
