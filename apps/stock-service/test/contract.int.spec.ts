import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { admitted, differencesWithLog, eventually } from '@offset-zero/testing';
import { startWorld, type World } from './world.ts';

let world: World;
const ask: World['ask'] = (...request) => world.ask(...request);
const receipt = (productId: string, quantity: unknown, headers = {}) =>
  ask('POST', `/stock/${productId}/receipts`, { quantity }, headers);

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('POST /stock/{productId}/receipts', () => {
  it('adds to what is on hand, and tells everybody', async () => {
    const productId = await world.stocked(10);
    const { status, body, headers } = await receipt(productId, 5);
    expect([status, body]).toEqual([201, { productId, onHand: 15, reserved: 0, available: 15 }]);
    expect(JSON.parse(Buffer.from(headers.get('consistency-token')!, 'base64url').toString())).toEqual([
      ['stock', productId, 2],
    ]);
    await eventually(async () => (await world.published(topics.stock, productId)).length === 2);
    expect((await world.published(topics.stock, productId)).map(({ value }) => value)).toEqual([
      { productId, version: 1, onHand: 10, reserved: 0 },
      { productId, version: 2, onHand: 15, reserved: 0 },
    ]);
    const events = await world.published(topics.stockEvents, productId);
    expect(events.map(({ record, value }) => [record, value.quantity])).toEqual([
      ['GoodsReceived', 10],
      ['GoodsReceived', 5],
    ]);
  });

  it('happens once for a request that is repeated with its Idempotency-Key', async () => {
    const productId = await world.stocked(1);
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [await receipt(productId, 5, key), await receipt(productId, 5, key)];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await world.stockOf(productId)).toMatchObject({ onHand: 6 });
  });

  it('counts every one of many at the same time', async () => {
    const productId = await world.stocked(1);
    await Promise.all(Array.from({ length: 20 }, () => receipt(productId, 1)));
    expect(await world.stockOf(productId)).toMatchObject({ onHand: 21 });
  });

  it.each([0, -3, 1.5, 1e15, '5', null])('refuses %j pieces', async (quantity) => {
    const productId = await world.stocked(1);
    const { status, body } = await receipt(productId, quantity);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
    expect(await world.stockOf(productId)).toMatchObject({ onHand: 1 });
  });

  it('answers 404 for a product nobody knows', async () => {
    const { status, body } = await receipt(`unknown-${randomUUID()}`, 1);
    expect([status, body.code]).toEqual([404, 'product-not-found']);
  });
});

describe('GET /stock', () => {
  it('has zeros for a product that was never received', async () => {
    const productId = await world.product();
    const body = await eventually(async () => {
      const answer = await ask('GET', `/stock/${productId}`);
      return answer.status === 200 && answer.body;
    });
    expect(body).toEqual({ productId, onHand: 0, reserved: 0, available: 0 });
  });

  it.each([`unknown-${randomUUID()}`, "'; drop table stock; --", '%00'])('answers 404 for %s', async (id) => {
    const { status, body } = await ask('GET', `/stock/${id.startsWith('%') ? id : encodeURIComponent(id)}`);
    expect([status, body.code]).toEqual([404, 'product-not-found']);
  });

  it('lists several in the order asked for, each once, without those nobody knows', async () => {
    const [a, b] = [await world.stocked(1), await world.stocked(2)];
    const { body } = await ask('GET', `/stock?productId=${b}&productId=unknown&productId=${a}&productId=${b}`);
    expect(body.items).toMatchObject([
      { productId: b, onHand: 2 },
      { productId: a, onHand: 1 },
    ]);
  });

  it('lists one', async () => {
    const productId = await world.stocked(1);
    expect((await ask('GET', `/stock?productId=${productId}`)).body.items).toHaveLength(1);
  });

  it.each(['', '?productId=', '?productId=a%20b', '?product=a', '?productId=a&limit=1'])(
    'refuses %j',
    async (query) => {
      const { status, body } = await ask('GET', `/stock${query}`);
      expect([status, body.code]).toEqual([400, 'validation-failed']);
    },
  );
});

it.each([
  ['GET', '/stock?productId=a', undefined, ['shopper', 'clerk', 'operator']],
  ['GET', '/stock/nothing', undefined, ['shopper', 'clerk', 'operator']],
  ['POST', '/stock/nothing/receipts', {}, ['clerk', 'operator']],
  ['GET', '/ops/audit', undefined, ['operator']],
])('%s %s is for whom it is', async (method, path, body, callers) =>
  expect(await admitted(world.url, method, path, body)).toEqual(callers),
);

it(
  'whatever was written here, the log says of it what the table says',
  async () => expect(await differencesWithLog(world.ask)).toEqual({}),
  120_000,
);
