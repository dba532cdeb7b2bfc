import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ask, asking } from '@offset-zero/testing';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const said = async (answer: ReturnType<Ask>) => [(await answer).status, (await answer).body.code];
const NOT_THERE = [404, 'order-not-found'];
const FORBIDDEN = [403, 'forbidden'];

/** Somebody who is a customer, and may order. */
async function shopper() {
  const customerId = await world.customer();
  const ask = asking(world.url, { role: 'shopper', subject: `shopper-${customerId}`, customerId });
  const order = (productId: string, whose = customerId, headers = {}) =>
    ask('POST', '/orders', { customerId: whose, lines: [{ productId, quantity: 1 }] }, headers);
  return { customerId, ask, order };
}

const idsIn = (answer: Awaited<ReturnType<Ask>>): string[] =>
  answer.body.items.map(({ orderId }: { orderId: string }) => orderId);

describe('a shopper', () => {
  it('orders for himself, and for nobody else', async () => {
    const [anna, ben, productId] = [await shopper(), await shopper(), await world.product()];
    expect((await anna.order(productId)).status).toBe(202);
    expect(await said(anna.order(productId, ben.customerId))).toEqual(FORBIDDEN);
    expect(await said(anna.order(productId, randomUUID()))).toEqual(FORBIDDEN);
    expect((await world.ask('GET', `/orders?customerId=${ben.customerId}`)).body.items).toEqual([]);
  });

  it('sees and cancels his own order; for another there is no such order', async () => {
    const [anna, ben, productId] = [await shopper(), await shopper(), await world.product()];
    const path = `/orders/${(await anna.order(productId)).body.orderId}`;
    expect((await anna.ask('GET', path)).body).toMatchObject({ status: 'PLACED', customerId: anna.customerId });
    expect(await said(ben.ask('GET', path))).toEqual(NOT_THERE);
    expect(await said(ben.ask('GET', path, undefined, { Prefer: 'wait=20' }))).toEqual(NOT_THERE);
    expect(await said(ben.ask('POST', `${path}/cancellation`))).toEqual(NOT_THERE);
    expect((await anna.ask('GET', path)).body.status).toBe('PLACED');
    expect((await anna.ask('POST', `${path}/cancellation`)).body.status).toBe('CANCELLED');
    expect(await said(ben.ask('POST', `${path}/cancellation`))).toEqual(NOT_THERE);
  });

  it('lists his own orders, whether he names himself or nobody', async () => {
    const [anna, ben, productId] = [await shopper(), await shopper(), await world.product()];
    const mine = [(await anna.order(productId)).body.orderId, (await anna.order(productId)).body.orderId].reverse();
    await ben.order(productId);
    expect(idsIn(await anna.ask('GET', '/orders'))).toEqual(mine);
    expect(idsIn(await anna.ask('GET', `/orders?customerId=${anna.customerId}`))).toEqual(mine);
    expect(await said(anna.ask('GET', `/orders?customerId=${ben.customerId}`))).toEqual(FORBIDDEN);
    const { next } = (await anna.ask('GET', '/orders?limit=1')).body;
    expect(idsIn(await anna.ask('GET', `/orders?limit=5&after=${next}`))).toEqual(mine.slice(1));
  });

  it('does not get what another’s Idempotency-Key was answered', async () => {
    const [anna, ben, productId] = [await shopper(), await shopper(), await world.product()];
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await anna.order(productId, anna.customerId, key);
    const cancellation = `/orders/${first.body.orderId}/cancellation`;
    await anna.ask('POST', cancellation, undefined, key);
    expect(await said(ben.order(productId, anna.customerId, key))).toEqual(FORBIDDEN);
    expect(await said(ben.ask('POST', cancellation, undefined, key))).toEqual(NOT_THERE);
    const his = await ben.order(productId, ben.customerId, key);
    expect([his.status, his.headers.get('idempotency-replayed')]).toEqual([202, null]);
    expect(his.body.orderId).not.toBe(first.body.orderId);
  });

  it('whose account is no customer has no orders', async () => {
    const nobody = asking(world.url, { role: 'shopper' });
    expect(await said(nobody('GET', '/orders'))).toEqual(FORBIDDEN);
  });
});

it('a clerk orders, sees, lists and cancels for everybody', async () => {
  const clerk = asking(world.url, { role: 'clerk' });
  const [anna, productId] = [await shopper(), await world.product()];
  const { status, body } = await clerk('POST', '/orders', {
    customerId: anna.customerId,
    lines: [{ productId, quantity: 1 }],
  });
  expect(status).toBe(202);
  expect((await clerk('GET', `/orders/${body.orderId}`)).status).toBe(200);
  expect(idsIn(await clerk('GET', '/orders'))).toContain(body.orderId);
  expect((await clerk('POST', `/orders/${body.orderId}/cancellation`)).body.status).toBe('CANCELLED');
  expect(await said(clerk('GET', '/ops/parked'))).toEqual(FORBIDDEN);
});

it('a stranger gets nothing', async () => {
  const stranger = asking(world.url, async () => undefined);
  const placed = await world.placed();
  for (const [method, path, body] of [
    ['GET', '/orders'],
    ['POST', '/orders', {}],
    ['GET', `/orders/${placed}`],
    ['POST', `/orders/${placed}/cancellation`],
  ] as const)
    expect([path, ...(await said(stranger(method, path, body)))]).toEqual([path, 401, 'unauthenticated']);
  expect((await world.get(placed)).status).toBe('PLACED');
});
