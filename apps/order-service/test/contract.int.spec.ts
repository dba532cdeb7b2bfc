import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { differencesWithLog, eventually } from '@offset-zero/testing';
import { chf, reserved, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('POST /orders', () => {
  it('answers 202 with where the order is, at once', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const { status, body, headers } = await world.order(customerId, [{ productId, quantity: 2 }]);
    expect([status, body]).toEqual([202, { orderId: expect.any(String), status: 'PLACED' }]);
    expect(headers.get('location')).toBe(`/orders/${body.orderId}`);
    expect(JSON.parse(Buffer.from(headers.get('consistency-token')!, 'base64url').toString())).toEqual([
      ['order', body.orderId, 1],
    ]);
    expect(await world.get(body.orderId)).toMatchObject({
      orderId: body.orderId,
      version: 1,
      status: 'PLACED',
      reason: null,
      customer: { customerId, name: 'Peter Muster' },
      lines: [{ productId, name: 'Knife', quantity: 2, price: chf(4_950) }],
      total: chf(9_900),
      placedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('tells everybody, and asks the stock', async () => {
    const orderId = await world.placed();
    await eventually(async () => (await world.asked(orderId)).length === 1);
    const [order] = await world.published(topics.order, orderId);
    const [placed] = await world.published(topics.orderEvents, orderId);
    const [reserve] = await world.published(topics.stockCommands, orderId);
    expect(order).toMatchObject({ record: 'Order', value: { version: 1, status: 'PLACED', total: chf(9_900) } });
    expect(placed).toMatchObject({ record: 'OrderPlaced', value: { orderId, lines: [{ quantity: 2 }] } });
    expect(reserve).toMatchObject({ record: 'ReserveStock', value: { orderId, lines: [{ quantity: 2 }] } });
    expect(JSON.stringify([order, placed, reserve])).not.toContain('Muster');
  });

  it('places one order for a request that is repeated with its Idempotency-Key', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const place = () => world.order(customerId, [{ productId, quantity: 1 }], {}, key);
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, again] = [await place(), await place()];
    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect((await world.ask('GET', `/orders?customerId=${customerId}`)).body.items).toHaveLength(1);
  });

  it('takes the total that the customer was shown, and refuses any other', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const lines = [{ productId, quantity: 2 }];
    expect((await world.order(customerId, lines, { expectedTotal: chf(9_900) })).status).toBe(202);
    const { status, body } = await world.order(customerId, lines, { expectedTotal: chf(9_800) });
    expect([status, body.code, body.total]).toEqual([409, 'price-changed', chf(9_900)]);
  });

  it('refuses whom and what it does not know, and what does not add up', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const [euro, dear] = [
      await world.product({ amountMinor: 100, currency: 'EUR' }),
      await world.product(chf(1_000_000_000_000)),
    ];
    const line = { productId, quantity: 1 };
    const refusals: [string, number, string, ...object[]][] = [
      [randomUUID(), 422, 'unknown-customer', line],
      [customerId, 422, 'unknown-product', line, { productId: 'nobody-knows-this', quantity: 1 }],
      [customerId, 422, 'mixed-currencies', line, { productId: euro, quantity: 1 }],
      [customerId, 422, 'amount-too-large', { productId: dear, quantity: 1_000_000 }],
      [customerId, 400, 'duplicate-product', line, line],
      [customerId, 400, 'validation-failed'],
      [
        customerId,
        400,
        'validation-failed',
        ...Array.from({ length: 101 }, (_, i) => ({ productId: `p${i}`, quantity: 1 })),
      ],
      [customerId, 400, 'validation-failed', { productId, quantity: 0 }],
      [customerId, 400, 'validation-failed', { productId, quantity: 1_000_001 }],
      [customerId, 400, 'validation-failed', { productId, quantity: 1, gift: true }],
      ['nobody', 400, 'validation-failed', line],
    ];
    for (const [who, status, code, ...lines] of refusals) {
      const answer = await world.order(who, lines as never);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await world.ask('GET', `/orders?customerId=${customerId}`)).body.items).toEqual([]);
  });

  it('says which line it does not know', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const { body } = await world.order(customerId, [
      { productId, quantity: 1 },
      { productId: 'nobody-knows-this', quantity: 1 },
    ]);
    expect(body.errors).toMatchObject([{ pointer: '/lines/1/productId', code: 'unknown-product' }]);
  });
});

describe('GET /orders/{id}', () => {
  it('has its properties in the order of the documentation', async () => {
    const orderId = await world.placed();
    const { lines, customer, total } = await world.get(orderId);
    expect(Object.keys(lines[0])).toEqual(['productId', 'name', 'quantity', 'price']);
    expect(Object.keys(lines[0].price)).toEqual(['amountMinor', 'currency']);
    expect(Object.keys(total)).toEqual(['amountMinor', 'currency']);
    expect(Object.keys(customer)).toEqual(['customerId', 'name', 'category', 'address']);
    expect(Object.keys(customer.address)).toEqual(['street', 'postalCode', 'city', 'country']);
  });

  it('waits for the end of an order when the client prefers so', async () => {
    const orderId = await world.placed();
    const waiting = world.get(orderId, { Prefer: 'wait=20' });
    await world.publish(reserved(orderId));
    expect(await waiting).toMatchObject({ status: 'CONFIRMED', version: 2 });
  });

  it('does not wait longer than the client does', async () => {
    const orderId = await world.placed();
    expect(await world.get(orderId, { Prefer: 'wait=1' })).toMatchObject({ status: 'PLACED' });
  });

  it('shows the customer as he is today, and nobody after his deletion', async () => {
    const orderId = await world.placed();
    const { customerId } = await world.get(orderId);
    await world.customerMoves(customerId);
    await eventually(async () => {
      const { customer } = await world.get(orderId);
      expect(customer).toMatchObject({ category: 'A', address: { street: 'Chaumonweg 108' } });
    });
    await world.customerGoes(customerId);
    await eventually(async () => (await world.get(orderId)).customer === null);
    expect(await world.get(orderId)).toMatchObject({ customerId, customer: null, total: chf(9_900) });
    expect((await world.order(customerId, [{ productId: await world.product(), quantity: 1 }])).body.code).toBe(
      'unknown-customer',
    );
  });

  it('waits for what the Consistency-Token has seen', async () => {
    const orderId = await world.placed();
    const { customerId } = await world.get(orderId);
    const token = Buffer.from(JSON.stringify([['customer', customerId, 2]])).toString('base64url');
    const asking = world.get(orderId, { 'Consistency-Token': token });
    await world.customerMoves(customerId);
    expect((await asking).customer.category).toBe('A');
  });

  it.each([randomUUID(), 'nothing', "'; drop table orders; --"])('answers 404 for %s', async (id) => {
    const { status, body } = await world.ask('GET', `/orders/${encodeURIComponent(id)}`);
    expect([status, body.code]).toEqual([404, 'order-not-found']);
  });
});

describe('POST /orders/{id}/cancellation', () => {
  it('repeated with its Idempotency-Key, it knows no more of a customer than is known by then', async () => {
    const orderId = await world.placed();
    const { customerId } = await world.get(orderId);
    const key = { 'Idempotency-Key': randomUUID() };
    const cancel = () => world.ask('POST', `/orders/${orderId}/cancellation`, undefined, key);
    expect((await cancel()).body).toMatchObject({ status: 'CANCELLED', customer: { name: 'Peter Muster' } });
    expect(JSON.stringify(await world.sql.query('select body from idempotency'))).not.toContain('Muster');
    await world.customerGoes(customerId);
    await eventually(async () => (await world.get(orderId)).customer === null);
    const { body, headers } = await cancel();
    expect(headers.get('idempotency-replayed')).toBe('true');
    expect(body).toMatchObject({ status: 'CANCELLED', version: 2, customer: null });
  });
});

describe('GET /orders', () => {
  it('pages through the orders of a customer, newest first, each once', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const placed: string[] = [];
    for (let i = 0; i < 5; i++)
      placed.unshift((await world.order(customerId, [{ productId, quantity: 1 }])).body.orderId);
    await world.placed();
    const seen: string[] = [];
    for (let path: string | undefined = `/orders?customerId=${customerId}&limit=2`; path;) {
      const { body } = await world.ask('GET', path);
      seen.push(...body.items.map(({ orderId }: { orderId: string }) => orderId));
      path = body.next && `/orders?customerId=${customerId}&limit=2&after=${body.next}`;
    }
    expect(seen).toEqual(placed);
    expect((await world.ask('GET', '/orders?limit=1')).body.items).toHaveLength(1);
  });

  it.each(['customerId=nobody', 'limit=0', 'status=PLACED'])('refuses ?%s', async (query) => {
    const { status, body } = await world.ask('GET', `/orders?${query}`);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
  });

  it('refuses a cursor it did not give out', async () =>
    expect((await world.ask('GET', '/orders?after=x')).body.code).toBe('invalid-cursor'));
});

it(
  'whatever was written here, the log says of it what the table says',
  async () => expect(await differencesWithLog(world.ask)).toEqual({}),
  120_000,
);
