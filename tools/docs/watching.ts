import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { root } from '@offset-zero/platform/environment';
import { metricsPage } from '@offset-zero/service/metrics';
import { fill } from './regions.ts';

const operations = join(root, 'docs/operations');

export const WATCHING = join(operations, 'watching.md');

export interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

/** The alerts as Prometheus reads them. */
export const alerts = (): Alert[] =>
  (parse(readFileSync(join(operations, 'alerts.yaml'), 'utf8')) as { groups: { rules: Alert[] }[] }).groups.flatMap(
    ({ rules }) => rules,
  );

const alertTable = (): string =>
  [
    '| alert | severity | after | says |',
    '| --- | --- | --- | --- |',
    ...alerts().map(
      ({ alert, labels, annotations, ...rest }) =>
        `| [${alert}](runbook/${alert}.md) | ${labels.severity} | ${rest.for ?? 'at once'} | ${plain(annotations.summary)} |`,
    ),
  ].join('\n');

/** `{{ $labels.service }}` is a service. */
const plain = (summary: string): string =>
  summary.replace(/\{\{ \$labels\.(\w+) \}\}/g, '_$1_').replace(/\{\{ \$value[^}]*\}\}/g, '_so much_');

/** docs/operations/watching.md with its tables made anew from the metrics and the alerts, formatted. */
export async function withWatched(text: string): Promise<string> {
  const filled = fill(text, { metrics: metricsPage(), alerts: alertTable() });
  return format(filled, { ...(await resolveConfig(WATCHING)), parser: 'markdown' });
}
