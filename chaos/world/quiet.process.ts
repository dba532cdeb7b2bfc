import { setTimeout as sleep } from 'node:timers/promises';
import { connect, sqlOf } from '@offset-zero/postgres';
import type { World } from './world.process.ts';

const IN_A_ROW = 3;

/**
 * Waits until nothing is on its way any more: everybody ready and without complaint, outboxes empty, nobody behind, no
 * order that waits. Returns what is still not so at the deadline (ms since 1970), which is nothing in a sound system.
 */
export async function quiet(world: World, deadline: number, signal: AbortSignal): Promise<string[]> {
  let restless: string[] = ['never looked'];
  for (let calm = 0; calm < IN_A_ROW; calm = restless.length === 0 ? calm + 1 : 0) {
    if (signal.aborted || Date.now() > deadline) return restless;
    await sleep(1_000);
    restless = await unrest(world);
  }
  return [];
}

async function unrest(world: World): Promise<string[]> {
  const down = world.system.all().filter((each) => each.status().state !== 'ready');
  if (down.length > 0) return down.map(({ name }) => `${name} is ${statusOf(world, name)}`);
  const services = world.apps.map(({ manifest }) => manifest).filter(({ database }) => database);
  const found = await Promise.all(
    services.map(async ({ name }) => [
      ...(await complaints(name, world.system.app(name)!.port)),
      ...(await unfinished(name, world.databases[name]!)),
    ]),
  );
  return found.flat();
}

const statusOf = (world: World, name: string) =>
  world.system
    .all()
    .find((each) => each.name === name)!
    .status().state;

/** What /health/ready says works less well. A parked message waits for somebody, and is the checker's business. */
async function complaints(name: string, port: number): Promise<string[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const { because = [], degraded = [] } = (await answer.json()) as {
      because?: string[];
      degraded?: { code: string; detail: string }[];
    };
    const passing = degraded.filter(({ code }) => code !== 'parked').map(({ code, detail }) => `${code}: ${detail}`);
    return [...because, ...passing].map((what) => `${name}: ${what}`);
  } catch (error) {
    return [`${name} does not say how it is: ${(error as Error).message}`];
  }
}

async function unfinished(name: string, url: string): Promise<string[]> {
  const client = await connect(url).catch(() => undefined);
  if (!client) return [`${name}: its database does not answer`];
  try {
    const sql = sqlOf(client);
    const count = async (table: string, where = 'true') => {
      const [there] = await sql.query<{ name: string | null }>('select to_regclass($1) as name', [table]);
      if (there?.name === null) return 0;
      const [row] = await sql.query<{ n: number }>(`select count(*) as n from ${table} where ${where}`);
      return row!.n;
    };
    const [rows, placed] = [await count('outbox'), await count('orders', `status = 'PLACED'`)];
    return [
      ...(rows > 0 ? [`${name}: ${rows} rows in the outbox`] : []),
      ...(placed > 0 ? [`${name}: ${placed} orders are still PLACED`] : []),
    ];
  } finally {
    await client.end();
  }
}
