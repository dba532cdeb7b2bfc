import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { metricTable } from '@offset-zero/service/metrics';
import { eventually } from '@offset-zero/testing';
import { parse } from 'yaml';
import { ended, place, registered, stocked } from './api.ts';
import { service } from './shop.process.ts';

const operations = join(import.meta.dirname, '../docs/operations');
const PORTS = [8080, 3001, 3002, 3003, 3004, 3005, 3006, 3007];
/** Names there are without a service: of Prometheus itself. */
const OF_PROMETHEUS = { names: ['up'], labels: ['job', 'instance', 'le', 'service'] };
/** Shown only while something is not well. */
const NOT_ALWAYS = ['service_degraded'];

type Labels = Map<string, Set<string>>;

/** Every number with its labels, as the services show it at this moment. */
async function shown(): Promise<Labels> {
  const found: Labels = new Map();
  for (const port of PORTS) {
    const text = await (await fetch(`${service(port)}/metrics`)).text();
    for (const [, name, labels] of text.matchAll(/^([a-z]\w+)\{(.*)\} \S+$/gm)) {
      const known = found.get(name!) ?? new Set();
      for (const [, label] of labels!.matchAll(/(\w+)="/g)) known.add(label!);
      found.set(name!, known);
    }
  }
  return found;
}

function expressionsOf(dashboard: { panels: { title: string; targets?: { expr: string }[] }[] }): [string, string][] {
  return dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }): [string, string] => [title, expr]),
  );
}

const dashboard = expressionsOf(JSON.parse(readFileSync(join(operations, 'dashboard.json'), 'utf8')));
const rules = (
  parse(readFileSync(join(operations, 'alerts.yaml'), 'utf8')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  }
).groups.flatMap((group) => group.rules.map(({ alert, expr }): [string, string] => [alert, expr]));

const FUNCTIONS =
  /^(sum|min|max|count|topk|rate|increase|changes|histogram_quantile|by|on|and|or|unless|ignoring|without)$/;

/** The metrics of an expression, and the labels it selects or groups them by. */
function namesIn(expr: string): { metrics: string[]; labels: string[] } {
  const groups = [...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/,\s*/));
  const selected = [...expr.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label!);
  const bare = expr
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(?:by|on) \([^)]*\)/g, '');
  const metrics = [...bare.matchAll(/\b[a-z]\w+/g)].map(([word]) => word).filter((word) => !FUNCTIONS.test(word));
  return { metrics, labels: [...groups, ...selected] };
}

let numbers: Labels;

beforeAll(async () => {
  const { customerId } = await registered();
  await ended(await place(customerId, [{ productId: await stocked(1), quantity: 1 }]));
  const wanted = Object.keys(metricTable).filter((name) => !NOT_ALWAYS.includes(name));
  numbers = await eventually(async () => {
    const found = await shown();
    expect([...found.keys()]).toEqual(expect.arrayContaining(wanted.map(sample)));
    return found;
  }, 60_000).catch(shown);
});

/** A histogram shows its count, sum and buckets. */
const sample = (name: string): string =>
  metricTable[name as keyof typeof metricTable].type === 'histogram' ? `${name}_count` : name;

describe('/metrics of the shop', () => {
  it.each(Object.entries(metricTable).filter(([name]) => !NOT_ALWAYS.includes(name)))(
    'has %s with its labels',
    (name, { labels }) => expect([...numbers.get(sample(name))!]).toEqual(expect.arrayContaining([...labels])),
  );

  it('has no other numbers than those of the table and of the process', () => {
    const declared = new RegExp(`^(${Object.keys(metricTable).join('|')})(_count|_sum|_bucket)?$`);
    expect([...numbers.keys()].filter((name) => !declared.test(name) && !/^(process|nodejs)_/.test(name))).toEqual([]);
  });
});

describe.each([
  ['the dashboard', dashboard],
  ['the alerts', rules],
])('%s', (_, expressions) => {
  it.each(expressions)('%s: asks for numbers and labels that exist: %s', (_title, expr) => {
    const { metrics, labels } = namesIn(expr);
    expect(metrics.length).toBeGreaterThan(0);
    const known = new Set(OF_PROMETHEUS.labels);
    for (const name of metrics) {
      if (OF_PROMETHEUS.names.includes(name)) continue;
      if (!NOT_ALWAYS.includes(name)) expect([...numbers.keys()]).toContain(name);
      for (const label of numbers.get(name) ?? metricTable.service_degraded.labels) known.add(label);
    }
    expect(labels.filter((label) => !known.has(label))).toEqual([]);
  });
});
