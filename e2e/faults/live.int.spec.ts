import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { follow, type LiveRecord, type LiveState } from '@offset-zero/live';
import { eventually } from '@offset-zero/testing';
import { registerAtLast } from './customers.ts';
import * as faults from './world.ts';

let world: faults.World;
const accepted: string[] = [];
const leave = new AbortController();
const records: LiveRecord[] = [];
const states: LiveState[] = [];
const resets: string[] = [];
let followed: Promise<void>;

beforeAll(async () => {
  world = await faults.openWorld(() => {}, ['api-gateway']);
  followed = follow({
    url: `${world.at('api-gateway')}/api/live?topics=customer`,
    headers: async () => ({ authorization: `Bearer ${await world.token()}` }),
    signal: leave.signal,
    onRecord: (record) => records.push(record),
    onState: (state) => states.push(state),
    onReset: (reason) => resets.push(reason),
  });
  await eventually(() => states.at(-1) === 'live', 60_000);
}, 240_000);

afterAll(async () => {
  leave.abort();
  await followed;
  await world?.close();
}, 60_000);

const everythingOnce = () =>
  eventually(() => {
    expect(records.map(({ key }) => key).sort()).toEqual([...accepted].sort());
    expect(states.at(-1)).toBe('live');
  }, 60_000);

describe('a client of the live stream', () => {
  it('is told what is registered', async () => {
    accepted.push(await registerAtLast(world));
    await everythingOnce();
  });

  it.each([
    ['the way to the broker is cut', () => world.gates.kafka.cut(), () => world.gates.kafka.open()],
    ['the broker is silent', () => world.gates.kafka.stall(), () => world.gates.kafka.open()],
    ['the broker is gone', () => world.process('kafka').stop(), () => world.process('kafka').start()],
  ])(
    'is told that nothing comes while %s, and misses nothing',
    async (_, away, back) => {
      await away();
      await eventually(() => states.at(-1) === 'away', 60_000);
      expect((await fetch(`${world.at('api-gateway')}/health/ready`)).status).toBe(200);
      accepted.push(await registerAtLast(world), await registerAtLast(world));
      await back();
      await everythingOnce();
    },
    180_000,
  );

  it('goes on after a restart of the gateway, without a gap or a double', async () => {
    const gateway = world.process('api-gateway');
    await gateway.stop();
    accepted.push(await registerAtLast(world));
    await gateway.start();
    accepted.push(await registerAtLast(world));
    await everythingOnce();
    expect(resets).toEqual([]);
  }, 120_000);
});
