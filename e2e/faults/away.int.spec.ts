import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@offset-zero/testing';
import { nothingLostNorDoubled, register, registerAtLast } from './customers.ts';
import * as faults from './world.ts';

let world: faults.World;
const accepted: string[] = [];
const OUTAGE_MS = 10_000;

beforeAll(async () => {
  world = await faults.openWorld();
  accepted.push(await registerAtLast(world));
}, 240_000);
afterAll(() => world?.close(), 60_000);

/** The share of a core that a service uses while something is away. A busy loop takes all of one. */
async function loadDuringOutage(service: string): Promise<number> {
  const before = faults.cpuSeconds(world, service);
  await pause(OUTAGE_MS); // the one thing to be shown here is what happens in a time
  return (faults.cpuSeconds(world, service) - before) / (OUTAGE_MS / 1_000);
}

const report = (what: string, load: number) => console.log(`${what}: ${(100 * load).toFixed(1)} % of a core`);

describe('a server that is away', () => {
  it('Postgres: unready but alive, quiet, and back without a restart', async () => {
    await world.process('postgres').stop();
    await eventually(async () => expect(await faults.health(world, 'order-service')).toMatchObject({ status: 503 }));
    expect((await fetch(`${world.at('order-service')}/health/live`)).status).toBe(200);
    expect(await register(world)).toMatchObject({ status: 503, code: 'database-unavailable' });
    const load = await loadDuringOutage('order-service');
    report('order-service without Postgres', load);
    expect(load).toBeLessThan(0.15);
    await world.process('postgres').start();
    accepted.push(await registerAtLast(world));
    await nothingLostNorDoubled(world, accepted);
    expect(faults.restarts(world)).toEqual([0, 0]);
  }, 180_000);

  it('the broker: every write is taken, ready though degraded, quiet, and back without a restart', async () => {
    await world.process('kafka').stop();
    for (let n = 0; n < 5; n++) accepted.push(await registerAtLast(world));
    await eventually(async () => {
      expect(await faults.health(world, 'customer-service')).toMatchObject({
        status: 200,
        degraded: ['relay-waiting'],
      });
      const { status, degraded } = await faults.health(world, 'order-service');
      expect([status, degraded.includes('consumer-waiting')]).toEqual([200, true]);
    }, 60_000);
    for (const service of ['customer-service', 'order-service']) {
      const load = await loadDuringOutage(service);
      report(`${service} without Kafka`, load);
      expect(load).toBeLessThan(0.15);
    }
    await world.process('kafka').start(120_000);
    await nothingLostNorDoubled(world, accepted);
    expect(faults.restarts(world)).toEqual([0, 0]);
    await eventually(async () => {
      for (const service of ['customer-service', 'order-service']) {
        expect(await faults.health(world, service)).toEqual({ status: 200, because: [], degraded: [] });
      }
    }, 60_000);
  }, 300_000);

  it('the registry: nobody who knows the schemas notices; who starts meanwhile takes no writes and says why', async () => {
    await world.process('registry').stop();
    accepted.push(await registerAtLast(world));
    await nothingLostNorDoubled(world, accepted);
    world.process('customer-service').kill();
    await eventually(async () => {
      expect(await faults.health(world, 'customer-service')).toMatchObject({
        status: 200,
        degraded: ['schemas-unknown'],
      });
    }, 60_000);
    expect(await register(world)).toMatchObject({ status: 503 });
    await world.process('registry').start(120_000);
    accepted.push(await registerAtLast(world));
    await nothingLostNorDoubled(world, accepted);
  }, 240_000);

  it('Kafka that hangs, and Postgres that hangs: nothing is skipped when they answer again', async () => {
    world.gates.kafka.stall();
    accepted.push(await registerAtLast(world));
    world.gates.postgres.stall();
    const key = crypto.randomUUID();
    const unanswered = register(world, key).catch(() => undefined);
    await eventually(async () => expect((await faults.health(world, 'customer-service')).status).toBe(503), 60_000);
    world.gates.kafka.cut(); // what is stalled is cut, as it will be one day
    world.gates.kafka.open();
    world.gates.postgres.cut();
    world.gates.postgres.open();
    await unanswered; // refused, accepted late, or never answered: the same key tells
    accepted.push(await registerAtLast(world, key));
    await nothingLostNorDoubled(world, accepted);
  }, 240_000);
});

describe('a connection to Postgres that is cut at a commit', () => {
  it.each(['before', 'after'] as const)(
    '%s the server hears it: everything is done once',
    async (when) => {
      world.gates.postgres.cutAt(/commit\0/i, when, 12);
      await eventually(
        async () => {
          accepted.push(await registerAtLast(world));
          return world.gates.postgres.cutsLeft() === 0;
        },
        120_000,
        0,
      );
      await nothingLostNorDoubled(world, accepted);
      expect(faults.restarts(world)[1]).toBe(0);
    },
    240_000,
  );
});
