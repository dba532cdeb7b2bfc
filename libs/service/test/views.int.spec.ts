import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { encodeToken } from '../src/consistency/token.ts';
import { keeperOf } from './keeper.ts';
import { owner, ownTopic, start, type Started } from './world.ts';

let keeper: Started;
let customers: Awaited<ReturnType<typeof owner>>;
let topic: string;

beforeAll(async () => {
  const own = await ownTopic();
  topic = own.name;
  customers = await owner(own);
  await customers.say('early', 1);
  const { manifest, Keeper } = keeperOf(own);
  keeper = await start(manifest, Keeper);
  const first = await keeper.get('/customers/early');
  if (first.status !== 200) expect(['service-starting', 'view-not-ready']).toContain(first.body.code);
  await eventually(async () => (await keeper.get('/health/ready')).status === 200);
});
afterAll(async () => {
  await keeper.stop();
  await customers.leave();
});

const token = (key: string, version: number) => ({ 'Consistency-Token': encodeToken([{ topic, key, version }]) });

describe('what a service keeps of others', () => {
  it('is there once the service is ready, and readiness says how far it is', async () => {
    expect((await keeper.get('/customers/early')).body).toEqual({
      customerId: 'early',
      version: 1,
      lastName: 'lastName',
    });
    const { body } = await keeper.get('/health/ready');
    expect(body.views).toEqual([{ name: 'customers', topic, records: expect.any(Number), lag: 0, caughtUp: true }]);
  });

  it('is waited for by a read that carries what its caller has seen', async () => {
    const id = randomUUID();
    const reading = keeper.get(`/customers/${id}`, token(id, 2));
    await customers.say(id, 1, { lastName: 'Muster' });
    await customers.say(id, 2, { lastName: 'Meier' });
    expect((await reading).body).toEqual({ customerId: id, version: 2, lastName: 'Meier' });
  });

  it('is waited for also when what was seen is a deletion', async () => {
    const id = randomUUID();
    await customers.say(id, 1);
    const reading = keeper.get(`/customers/${id}`, token(id, 2));
    await customers.say(id, 2, null);
    expect((await reading).body).toEqual({ missing: true });
  });

  it('is not waited for longer than 5 s', async () => {
    const { status, body, ms } = await keeper.get('/customers/nobody', token(randomUUID(), 1));
    expect([status, body.code]).toEqual([504, 'view-behind']);
    expect(body.lag).toEqual(expect.any(Number));
    expect(ms).toBeGreaterThan(4_900);
  });

  it('has nothing to do with what others keep', async () => {
    const foreign = encodeToken([{ topic: 'elsewhere', key: 'x', version: 9 }]);
    expect((await keeper.get('/customers/early', { 'Consistency-Token': foreign })).status).toBe(200);
  });

  it('may be waited for by somebody who prefers to', async () => {
    const id = randomUUID();
    const waiting = keeper.get(`/customers/${id}`, { Prefer: 'wait=20' });
    await customers.say(id, 1);
    expect((await waiting).body.customerId).toBe(id);
  });

  it('is given a moment before somebody is said to be unknown', async () => {
    const id = randomUUID();
    const asking = keeper.get(`/customers/${id}/known`);
    await customers.say(id, 1);
    expect((await asking).status).toBe(200);
    const nobody = await keeper.get(`/customers/${randomUUID()}/known`);
    expect([nobody.status, nobody.body.code]).toEqual([422, 'unknown-customer']);
  });

  it('shows in the metrics', async () => {
    const metrics = await (await fetch(`${keeper.url}/metrics`)).text();
    expect(metrics).toMatch(/^consumer_caught_up\{.*\} 1$/m);
    expect(metrics).toMatch(/^consumer_lag_messages\{.*\} 0$/m);
  });
});
