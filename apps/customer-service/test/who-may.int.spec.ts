import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ask, asking, differencesWithLog, eventually } from '@offset-zero/testing';
import { peter, ready, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await ready(world);
});
afterAll(() => world.stop());

/** Somebody with an account of the shop, who is the customer of this id. */
function shopper(customerId: string | undefined = randomUUID()) {
  const ask = asking(world.service.url, { role: 'shopper', subject: `shopper-${customerId}`, customerId });
  const register = (details: object = peter, headers = {}) => ask('POST', '/customers', details, headers);
  return { customerId, ask, register, own: `/customers/${customerId}` };
}

const clerk: Ask = (...request) => asking(world.service.url, { role: 'clerk' })(...request);
const said = async (answer: ReturnType<Ask>) => [(await answer).status, (await answer).body.code];
const NOT_THERE = [404, 'customer-not-found'];

describe('a shopper', () => {
  it('registers as the customer that his account is, once', async () => {
    const { customerId, register } = shopper();
    const { status, body, headers } = await register();
    expect([status, body.customerId, body.version]).toEqual([201, customerId, 1]);
    expect(headers.get('location')).toBe(`/customers/${customerId}`);
    expect(await said(register())).toEqual([409, 'customer-exists']);
    expect((await clerk('GET', `/customers/${customerId}`)).body).toEqual(body);
  });

  it('registers once, however many ask at once, and a repeated request is answered again', async () => {
    const { register, own, ask } = shopper();
    const answers = await Promise.all(Array.from({ length: 6 }, () => register()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    await ask('DELETE', own);
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [await register(peter, key), await register(peter, key)];
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('reads, changes and deletes himself', async () => {
    const { register, own, ask } = shopper();
    const { body } = await register();
    expect((await ask('GET', own)).body).toEqual(body);
    const moved = { ...body, address: { ...peter.address, street: 'Chaumonweg 108' } };
    expect((await ask('PUT', own, moved, { 'If-Match': '"1"' })).body).toMatchObject({ version: 2 });
    expect((await ask('DELETE', own)).status).toBe(204);
    expect(await said(ask('GET', own))).toEqual(NOT_THERE);
  });

  it('comes back with his id, and counts on from where he left', async () => {
    const { customerId, register, own, ask } = shopper();
    await register();
    await ask('DELETE', own);
    const { status, body } = await register({ ...peter, lastName: 'Wieder' });
    expect([status, body.customerId, body.version, body.lastName]).toEqual([201, customerId, 3, 'Wieder']);
    await eventually(async () => expect(await world.published(customerId)).toHaveLength(3));
    const records = await world.published(customerId);
    expect(records.map(({ headers, value }) => [headers.ce_version, value?.lastName])).toEqual([
      ['1', 'Muster'],
      ['2', undefined],
      ['3', 'Wieder'],
    ]);
  });

  it('does not choose his category: that is the shop’s to give', async () => {
    const { register, own, ask } = shopper();
    expect((await register({ ...peter, category: 'A' })).body.category).toBe('C');
    await clerk('PUT', own, { ...peter, category: 'B' }, { 'If-Match': '"1"' });
    const changed = await ask('PUT', own, { ...peter, lastName: 'Meier', category: 'A' }, { 'If-Match': '"2"' });
    expect(changed.body).toMatchObject({ lastName: 'Meier', category: 'B', version: 3 });
  });

  it('finds nobody else, as if there were nobody', async () => {
    const [anna, ben] = [shopper(), shopper()];
    const registered = (await ben.register()).body;
    for (const nobody of [ben.own, `/customers/${randomUUID()}`]) {
      expect(await said(anna.ask('GET', nobody))).toEqual(NOT_THERE);
      expect(await said(anna.ask('PUT', nobody, peter, { 'If-Match': '"1"' }))).toEqual(NOT_THERE);
      expect(await said(anna.ask('PUT', nobody, peter, { 'If-Match': '"9"' }))).toEqual(NOT_THERE);
      expect(await said(anna.ask('DELETE', nobody))).toEqual(NOT_THERE);
    }
    expect((await clerk('GET', ben.own)).body).toEqual(registered);
  });

  it('does not get what another’s Idempotency-Key was answered', async () => {
    const [anna, ben] = [shopper(), shopper()];
    const key = { 'Idempotency-Key': randomUUID() };
    const [hers, his] = [await anna.register(peter, key), await ben.register(peter, key)];
    expect([hers.body.customerId, his.body.customerId]).toEqual([anna.customerId, ben.customerId]);
    expect(his.headers.get('idempotency-replayed')).toBeNull();
  });

  it('does not see the list', async () =>
    expect(await said(shopper().ask('GET', '/customers'))).toEqual([403, 'forbidden']));

  it('whose account is no customer cannot register', async () => {
    const nobody = asking(world.service.url, { role: 'shopper' });
    expect(await said(nobody('POST', '/customers', peter))).toEqual([403, 'forbidden']);
  });
});

describe('a clerk', () => {
  it('registers somebody new each time, and lists them', async () => {
    const ids = [(await clerk('POST', '/customers', peter)).body, (await clerk('POST', '/customers', peter)).body].map(
      ({ customerId }) => customerId,
    );
    expect(new Set(ids).size).toBe(2);
    expect((await clerk('GET', '/customers')).status).toBe(200);
  });

  it('does not operate', async () => expect(await said(clerk('GET', '/ops/parked'))).toEqual([403, 'forbidden']));
});

it('a stranger gets nothing', async () => {
  const stranger = asking(world.service.url, async () => undefined);
  for (const [method, path, body] of [
    ['GET', '/customers'],
    ['POST', '/customers', peter],
    ['GET', `/customers/${randomUUID()}`],
    ['PUT', `/customers/${randomUUID()}`, peter],
    ['DELETE', `/customers/${randomUUID()}`],
    ['GET', '/ops/subscriptions'],
    ['POST', '/ops/republish', {}],
  ] as const)
    expect([method, path, ...(await said(stranger(method, path, body)))]).toEqual([
      method,
      path,
      401,
      'unauthenticated',
    ]);
});

it(
  'whatever became of them, the log says the same as the table',
  async () => expect(await differencesWithLog(world.ask)).toEqual({}),
  120_000,
);
