/** `npm run bench`: every measurement side by side with its peer, in one run; the table is also written to results.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { startShop } from '@offset-zero/e2e/shop.process';
import { withTestServers } from '@offset-zero/platform/test-servers';
import type { Servers } from '@offset-zero/testing';
import { table } from './table.ts';
import type { Result } from './result.ts';

const HELP = `npm run bench [-- <name>...]

names: views relay writes parking gateway orders live screen footprint (all, when none is named; about ten minutes)
  views      applying a topic to a view, beside TypeORM save() per record and COPY
  relay      draining an outbox, beside a bare keyed producer; commit to visible
  writes     POST and GET /customers, beside TypeORM without an outbox
  parking    what the possibility to park costs a view in which nothing is parked
  gateway    GET /customers/{id} through the gateway, beside the service called directly and nginx
  orders     placed -> confirmed through the gateway, and where the time goes
  live       1,000 live streams on one gateway: commit to client, memory per stream
  screen     order page in a real browser: event written to visible
  footprint  memory of everything together, CPU of an idle system`;

type Bench = (servers: Servers) => Promise<Result[]>;

/** On servers of their own, one after the other. */
const onServers: Record<string, () => Promise<{ run: Bench }>> = {
  views: () => import('./views.ts'),
  relay: () => import('./relay.ts'),
  writes: () => import('./writes.ts'),
  parking: () => import('./parking.ts'),
  gateway: () => import('./gateway.ts'),
};

/** On one whole shop: what the orders leave behind is what the footprint measures. */
const onShop: Record<string, () => Promise<{ run: () => Promise<Result[]> }>> = {
  orders: () => import('./orders.ts'),
  live: () => import('./live.ts'),
  screen: () => import('./screen.ts'),
  footprint: () => import('./footprint.ts'),
};

async function main(names: string[]): Promise<void> {
  const all = [...Object.keys(onServers), ...Object.keys(onShop)];
  if (names.some((name) => !all.includes(name))) {
    console.log(HELP);
    process.exitCode = names.includes('--help') ? 0 : 1;
    return;
  }
  const wanted = (name: string) => names.length === 0 || names.includes(name);
  const results: Result[] = [];
  const measure = async (name: string, run: () => Promise<Result[]>) => {
    console.log(`\nmeasuring ${name} ...`);
    const lines = await run();
    results.push(...lines);
    console.log(table(lines));
  };

  if (Object.keys(onServers).some(wanted)) {
    await withTestServers(async (env) => {
      const servers: Servers = {
        brokers: env.KAFKA_BROKERS!.split(','),
        registryUrl: env.REGISTRY_URL!,
        postgresUrl: env.POSTGRES_URL!,
      };
      Object.assign(process.env, env);
      for (const [name, load] of Object.entries(onServers)) {
        if (wanted(name)) await measure(name, async () => (await load()).run(servers));
      }
    });
  }
  if (Object.keys(onShop).some(wanted)) {
    const shop = await startShop({ LIVE_STREAMS_PER_CLIENT: '2000' });
    Object.assign(process.env, shop.env);
    try {
      for (const [name, load] of Object.entries(onShop)) {
        if (wanted(name)) await measure(name, async () => (await load()).run());
      }
    } finally {
      await shop.stop();
    }
  }
  keep(results);
  console.log(`\n${table(results)}`);
}

interface Kept {
  machine: object;
  /** When each bench was measured last. */
  measured: Record<string, string>;
  results: Result[];
}

/** Into results.json; what was not measured this time stays as it was. */
function keep(results: Result[]): void {
  const file = join(import.meta.dirname, 'results.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const now = new Date().toISOString();
  const names = [...new Set(results.map(({ bench }) => bench))];
  const kept: Kept = {
    machine: {
      cpu: cpus()[0]?.model,
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    measured: { ...before.measured, ...Object.fromEntries(names.map((name) => [name, now])) },
    results: [...before.results.filter(({ bench }) => !names.includes(bench)), ...results],
  };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}

await main(process.argv.slice(2));
