import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { interleavings } from './interleavings.ts';
import * as shop from './shop.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

/** Of one order: its customers c and d arrive, c is deleted; it is placed (needs c), changed (needs both), ended (needs d). */
const ORDERS = ['order 1', 'order 2', 'order 3'] as const;
const C = ['c arrives', 'c is deleted'] as const;
const D = ['d arrives'] as const;
type Step = (typeof ORDERS | typeof C | typeof D)[number];

const all = interleavings<Step>([...ORDERS], [...C], [...D]);
const needed = [['c'], ['c', 'd'], ['d']];
const numberOf = (order: string): number => Number(order.at(-1));

/** Each interleaving has an order and customers of its own, so that all of them can go through the same logs. */
const messageOf = (step: Step, at: number) => {
  const customer = (name: string, n: number) => ({ topic: 'customers' as const, ...shop.customer(`${at}.${name}`, n) });
  switch (step) {
    case 'c arrives':
      return customer('c', 1);
    case 'c is deleted':
      return customer('c', -1);
    case 'd arrives':
      return customer('d', 1);
    default:
      return { topic: 'orders' as const, ...shop.order(`${at}.o`, numberOf(step)) };
  }
};

const handlers: shop.Handlers = {
  needs: (message) => needed[world.nOf(message) - 1]!.map((name) => `${message.key.split('.')[0]}.${name}`),
};

async function sendStep(at: shop.Shop, step: number): Promise<void> {
  const messages = all.map((steps, index) => messageOf(steps[step]!, index));
  for (const topic of ['customers', 'orders'] as const) {
    const sent = messages.filter((message) => message.topic === topic);
    await world.send(at[topic], ...sent.map(({ key, value }) => ({ key, value })));
  }
}

/** What must have happened after these steps, had the customers that have arrived been there before the orders. */
function effectsOf(steps: Step[]): string {
  const there = new Set(steps.filter((step) => step.endsWith('arrives')).map((step) => step[0]!));
  const placed = ORDERS.filter((order) => steps.includes(order));
  const stopped = placed.findIndex((order) => needed[numberOf(order) - 1]!.some((name) => !there.has(name)));
  return placed
    .slice(0, stopped < 0 ? placed.length : stopped)
    .map(numberOf)
    .join();
}

/** All that was sent has been read, and each order has come as far as it can. */
async function settled({ database, customers, orders }: shop.Shop, steps: number): Promise<void> {
  await world.eventually(async () => {
    const logs = await Promise.all([customers, orders].map(({ name }) => world.admin.fetchTopicOffsets(name)));
    const [read] = await database.sql.query('select sum(next_offset)::int as sum from messaging.position');
    expect(read).toEqual({ sum: logs.flat().reduce((sum, { high }) => sum + Number(high), 0) });
  });
  const expected = all.map((each, index) => [`${index}.o`, effectsOf(each.slice(0, steps))]).filter(([, ns]) => ns);
  await world.eventually(async () => {
    const rows = await database.sql.query<{ key: string; ns: string }>(
      `select key, string_agg(n::text, ',' order by id) as ns from effect group by key`,
    );
    expect(Object.fromEntries(rows.map(({ key, ns }) => [key, ns]))).toEqual(Object.fromEntries(expected));
  }, 60_000);
}

describe(`customers, orders, changes and deletions in all ${all.length} interleavings`, () => {
  it.each([
    ['without a restart', []],
    ['with a restart half-way', [3]],
    ['with a restart after every step', [1, 2, 3, 4, 5]],
  ])('have the same effects %s, in two partitions', async (_, restarts) => {
    const at = await shop.newShop(2);
    let instance = await shop.runShop(at, handlers, { sweepEveryMs: 500 });
    for (let step = 0; step < 6; step++) {
      if (restarts.includes(step)) {
        await instance.runner.stop();
        instance = await shop.runShop(at, handlers, { sweepEveryMs: 500 });
      }
      await sendStep(at, step);
      await settled(at, step + 1);
    }
    expect(await shop.aside(at)).toEqual([]);
  });

  it('have the same effects with two instances, of which one comes and goes', async () => {
    const at = await shop.newShop(2);
    await shop.runShop(at, handlers, { sweepEveryMs: 500 });
    let other = await shop.runShop(at, handlers, { sweepEveryMs: 500 });
    for (let step = 0; step < 6; step++) {
      if (step === 3) {
        await other.runner.stop();
        other = await shop.runShop(at, handlers, { sweepEveryMs: 500 });
      }
      await sendStep(at, step);
      await settled(at, step + 1);
    }
    expect(await shop.aside(at)).toEqual([]);
  });
});
