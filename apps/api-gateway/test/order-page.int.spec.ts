import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { calling, deadAddress, gateway, json, upstream } from './world.ts';

const orderId = randomUUID();
const order = { orderId, customerId: 'c-1', status: 'CONFIRMED', lines: [{ productId: 'a' }, { productId: 'b' }] };
const customer = { customerId: 'c-1', firstName: 'Peter' };
const stock = [
  { productId: 'a', available: 1 },
  { productId: 'b', available: 2 },
];

const begun: { close?(): Promise<void>; stop?(): Promise<void> }[] = [];

/** The page of `orderId`, from services that behave like this; a service without behaviour is away. */
async function page(
  services: { orders?: RequestListener; customers?: RequestListener; stock?: RequestListener },
  patienceMs = 30_000,
) {
  const address = async (listener?: RequestListener) => {
    if (listener === undefined) return deadAddress();
    const server = await upstream(listener);
    begun.push(server);
    return server.url;
  };
  const door = await gateway({
    ORDER_SERVICE_URL: await address(services.orders),
    CUSTOMER_SERVICE_URL: await address(services.customers),
    STOCK_SERVICE_URL: await address(services.stock),
    UPSTREAM_TIMEOUT_MS: String(patienceMs),
  });
  begun.push(door);
  const answer = await calling(door.url)(`/order-pages/${orderId}`, { headers: { 'consistency-token': 'W10' } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

afterEach(async () => {
  await Promise.all(begun.splice(0).map((each) => each.stop?.() ?? each.close?.()));
});

const orders = json(200, order);
const customers = json(200, customer);
const stocks = json(200, { items: stock });

describe('the order page', () => {
  it('has what three services know', async () =>
    expect(await page({ orders, customers, stock: stocks })).toEqual({
      status: 200,
      body: { order, customer, stock, missing: [] },
    }));

  it('asks for the customer and the stock at the same time, with what the client has seen', async () => {
    const waiting: (() => void)[] = [];
    const asked: (string | undefined)[] = [];
    const together =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        asked.push(`${request.url} ${String(request.headers['consistency-token'])}`);
        waiting.push(() => answer(request, response));
        if (waiting.length === 2) waiting.forEach((go) => go());
      };
    expect(await page({ orders, customers: together(customers), stock: together(stocks) })).toMatchObject({
      body: { missing: [] },
    });
    expect(asked.sort()).toEqual(['/customers/c-1 W10', '/stock?productId=a&productId=b W10']);
  });

  it('is gathered as the caller: each service is shown his token, and may see nothing in it', async () => {
    const tokens = new Set<string | undefined>();
    const shown =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        tokens.add(request.headers.authorization);
        answer(request, response);
      };
    const asked = { orders: shown(orders), customers: shown(customers), stock: shown(stocks) };
    expect(await page(asked)).toMatchObject({ status: 200 });
    expect([...tokens]).toEqual([expect.stringMatching(/^Bearer .+\..+\..+$/)]);
    const hidden = json(404, { code: 'order-not-found' });
    expect(await page({ ...asked, orders: hidden })).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
  });

  it('says that the stock is missing when its service is away', async () =>
    expect(await page({ orders, customers })).toEqual({
      status: 200,
      body: { order, customer, stock: [], missing: [{ part: 'stock', code: 'service-unavailable' }] },
    }));

  it('says that the customer is missing when his service is silent', async () =>
    expect(await page({ orders, customers: () => {}, stock: stocks }, 1_000)).toMatchObject({
      status: 200,
      body: { customer: null, stock, missing: [{ part: 'customer', code: 'service-timeout' }] },
    }));

  it('does not wait for a service that falls silent in the middle of its answer', async () =>
    expect(
      await page(
        { orders, customers, stock: (_request, response) => response.writeHead(200).write('{"items": [') },
        1_000,
      ),
    ).toMatchObject({ status: 200, body: { customer, missing: [{ part: 'stock', code: 'service-timeout' }] } }));

  it('says why a service refused', async () =>
    expect(await page({ orders, customers, stock: json(504, { code: 'view-behind' }) })).toMatchObject({
      status: 200,
      body: { missing: [{ part: 'stock', code: 'view-behind' }] },
    }));

  it('misses nothing when the customer was deleted', async () =>
    expect(await page({ orders, customers: json(404, { code: 'customer-not-found' }), stock: stocks })).toEqual({
      status: 200,
      body: { order, customer: null, stock, missing: [] },
    }));

  it('is 404 when there is no such order', async () =>
    expect(await page({ orders: json(404, { code: 'order-not-found' }), customers, stock: stocks })).toMatchObject({
      status: 404,
      body: { code: 'order-not-found' },
    }));

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [504, 'view-behind'],
  ])('is %d when order-service says so: %s', async (status, code) =>
    expect(await page({ orders: json(status, { code }), customers, stock: stocks })).toMatchObject({
      ...{ status, body: { code } },
    }),
  );

  it('is 503 when nobody knows the order', async () =>
    expect(await page({ customers, stock: stocks })).toMatchObject({
      status: 503,
      body: { code: 'service-unavailable', service: 'order-service' },
    }));
});
