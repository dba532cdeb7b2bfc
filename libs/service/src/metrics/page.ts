import { metricTable } from './table.ts';

export { metricTable };

const list = (labels: readonly string[]) => labels.map((label) => `\`${label}\``).join(', ') || '–';

/** The table of docs/operations/watching.md: every number by name, as `/metrics` shows it. Pure. */
export const metricsPage = (): string =>
  [
    '| metric | type | labels | what it says |',
    '| --- | --- | --- | --- |',
    ...Object.entries(metricTable).map(
      ([name, { type, labels, help }]) => `| \`${name}\` | ${type} | ${list(labels)} | ${help} |`,
    ),
  ].join('\n');
