import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, topics } from '@offset-zero/contracts';
import { type Ask, asking, eventually } from '@offset-zero/testing';
import type { ServiceUnderTest } from '@offset-zero/testing/service';
import { NOWHERE, openLog, playing, startHub, startWarehouse } from './world.ts';

const orderId = randomUUID();
const productId = `hub-${randomUUID()}`;
const [place, reserve, reserved, stock, confirm] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const begun = Date.now();
const placedAt = new Date(begun).toISOString();
const updatedAt = new Date(begun + 30).toISOString();
const lines = [{ productId, quantity: 2 }];
const answer = { orderId, version: 2, status: 'CONFIRMED', lines, placedAt, updatedAt };

const orders = { from: 'order-service', at: begun };
const stocks = { from: 'stock-service', at: begun + 20 };
const confirmed = { from: 'order-service', at: begun + 30 };
const order = (version: number) => ({ ...topics.order.records.Order.sample, orderId, version });
const onHand = (version: number) => ({ productId, version, onHand: 5, reserved: 2 });

let asked: (string | undefined)[] = [];
let log: Awaited<ReturnType<typeof openLog>>;
let orderService: Awaited<ReturnType<typeof playing>>;
let warehouse: ServiceUnderTest;
let hub: ServiceUnderTest;
let ask: Ask;

beforeAll(async () => {
  log = await openLog();
  orderService = await playing(({ url, headers }, response) => {
    asked.push(headers.authorization);
    const isThere = url === `/orders/${orderId}`;
    const body = isThere ? answer : { code: 'order-not-found' };
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  warehouse = await startWarehouse();
  const instances = `${NOWHERE},${orderService.url}`; // of order-service, the first is away
  hub = await startHub({ STOCK_SERVICE_URL: warehouse.url, ORDER_SERVICE_URL: instances });
  ask = asking(hub.url);
  await ask('GET', '/event-hub/flow'); // somebody looks: positions are seen before they move
  await log.write(
    { ...fact(topics.stock, 'Stock', productId, onHand(1)), ...stocks, causedBy: 'a receipt' },
    { ...fact(topics.order, 'Order', orderId, order(1)), ...orders },
    { ...fact(topics.orderEvents, 'OrderPlaced', orderId, placed()), ...orders, id: place },
    {
      ...fact(topics.stockCommands, 'ReserveStock', orderId, { orderId, lines, requestedAt: begun }),
      ...orders,
      id: reserve,
    },
    { ...fact(topics.stock, 'Stock', productId, onHand(2)), ...stocks, id: stock, causedBy: reserve },
    {
      ...fact(topics.stockEvents, 'StockReserved', orderId, { orderId, lines, reservedAt: begun }),
      ...stocks,
      id: reserved,
      causedBy: reserve,
    },
    { ...fact(topics.order, 'Order', orderId, order(2)), ...confirmed, causedBy: reserved },
    {
      ...fact(topics.orderEvents, 'OrderConfirmed', orderId, { orderId, confirmedAt: begun }),
      ...confirmed,
      id: confirm,
      causedBy: reserved,
    },
  );
}, 120_000);
afterAll(async () => {
  await Promise.all([hub.stop(), warehouse.stop()]);
  await orderService.close();
  await log.close();
});

const placed = () => ({ ...topics.orderEvents.records.OrderPlaced.sample, orderId });
const trace = async (id: string = orderId) => ask('GET', `/order-traces/${id}`);

describe('the trace of an order', () => {
  it('has everything that it set off, causes before effects, and of the stock only what it changed', async () => {
    const { body } = await trace();
    const told = body.steps.map(({ topic, type, service }: Record<string, string>) => `${service} ${topic} ${type}`);
    expect(told).toEqual([
      'order-service order-events OrderPlaced',
      'order-service order Order',
      'order-service stock-commands ReserveStock',
      'stock-service stock-events StockReserved',
      'stock-service stock Stock',
      'order-service order-events OrderConfirmed',
      'order-service order Order',
    ]);
    expect(body).toMatchObject({ orderId, status: 'CONFIRMED', placedAt, truncated: false });
    expect(body.steps.at(-2)).toMatchObject({ id: confirm, causedBy: reserved, traceId: 'a'.repeat(32) });
    expect(body.steps[4].value).toEqual(onHand(2));
  });

  it('tells who has applied what, and is complete when all have', async () => {
    const { body } = await eventually(async () => {
      const answer = await trace();
      expect(answer.body.complete).toBe(true);
      return answer;
    }, 60_000);
    expect(body.steps[2].readers).toEqual([
      {
        ...{ service: 'stock-service', subscription: 'stock-commands', kind: 'reaction', applied: true },
        ...{ appliedAt: new Date(begun + 20).toISOString(), withinMs: 0 },
      },
    ]);
  });

  it('asks order-service with the token of the caller, who gets no other answer than there', async () => {
    asked = [];
    const token = 'Bearer not-a-token';
    expect((await ask('GET', `/order-traces/${orderId}`, undefined, { authorization: token })).status).toBe(401);
    expect(asked).toEqual([]);
    expect(await trace(randomUUID())).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
    expect(asked).toEqual([expect.stringMatching(/^Bearer ey/)]);
    expect((await trace('no-id')).status).toBe(404);
    const shopper = await asking(hub.url, { role: 'shopper', customerId: randomUUID() })(
      'GET',
      `/order-traces/${orderId}`,
    );
    expect(shopper.status).toBe(200);
  });

  it('is shared only by those who may see the order: order-service is asked for each', async () => {
    asked = [];
    const traces = await Promise.all([trace(), trace(), trace()]);
    expect(traces.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(asked).toHaveLength(3);
  });

  it('says so when order-service is away', async () => {
    const alone = await startHub();
    try {
      const refused = await asking(alone.url)('GET', `/order-traces/${orderId}`);
      expect(refused.body).toMatchObject({ code: 'service-unavailable', service: 'order-service' });
    } finally {
      await alone.stop();
    }
  });
});
