import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, tombstone, topics } from '@offset-zero/contracts';
import { eventually } from '@offset-zero/testing';
import { openTopics, type TopicsInTest } from '@offset-zero/testing/topics';
import {
  type Client,
  deployTopics,
  id,
  kafka,
  liveGateway,
  open,
  ordersOf,
  someOrder,
  someProduct,
} from './live-world.ts';
import { json, upstream } from './world.ts';

const anna = { role: 'shopper', subject: 'anna', customerId: id() } as const;
const ben = { role: 'shopper', subject: 'ben', customerId: id() } as const;
const carla = { role: 'clerk', subject: 'carla' } as const;
const otto = { role: 'operator', subject: 'otto' } as const;
const annasOrder = id();

let door: Awaited<ReturnType<typeof liveGateway>>;
let orders: Awaited<ReturnType<typeof upstream>>;
let log: TopicsInTest;
const opened: Client[] = [];

beforeAll(async () => {
  await deployTopics();
  log = await openTopics();
  orders = await ordersOf(anna.customerId, annasOrder);
  door = await liveGateway({ ORDER_SERVICE_URL: orders.url });
}, 60_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.leave()));
});

afterAll(async () => {
  await door.stop();
  await Promise.all([orders.close(), log.close()]);
});

async function stream(options: Parameters<typeof open>[1] = {}): Promise<Client> {
  const client = await open(door.url, options);
  opened.push(client);
  if (client.response.ok) await client.ready();
  return client;
}

const keysOf = ({ records }: Client) => records.map(({ topic, key }) => `${topic} ${key}`);
const code = async ({ response }: Client) => [response.status, ((await response.json()) as { code: string }).code];

describe('a live stream', () => {
  it('is one that nobody on the way keeps, changes or holds back', async () => {
    const { response } = await stream({ as: otto });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('brings what is committed, decoded, as it was written', async () => {
    const productId = id();
    const client = await stream({ as: carla, query: `?topics=product&key=${productId}` });
    const [place] = await log.publish(someProduct(productId, 7), tombstone(topics.product, productId, 8));
    await eventually(() => client.records.length === 2);
    expect(client.records[0]).toMatchObject({
      ...{ topic: 'product', partition: place!.partition, offset: String(place!.offset) },
      ...{ type: 'Product', key: productId, value: { productId, version: 7 }, headers: { ce_version: '7' } },
    });
    expect(Date.parse(client.records[0]!.time!)).toBeGreaterThan(Date.now() - 60_000);
    expect(client.records[1]).toMatchObject({ type: null, key: productId, value: null });
  });

  it('shows a shopper products, stock, and his own orders', async () => {
    const keys = [id(), id(), id(), id()] as const;
    const client = await stream({ as: anna, query: `?${keys.map((key) => `key=${key}`).join('&')}` });
    await log.publish(
      someOrder(keys[0], ben.customerId),
      someOrder(keys[1], anna.customerId),
      fact(topics.customer, 'Customer', keys[2], { ...topics.customer.records.Customer.sample, customerId: keys[2] }),
      fact(topics.stock, 'Stock', keys[2], { ...topics.stock.records.Stock.sample, productId: keys[2] }),
      fact(topics.orderEvents, 'OrderPlaced', keys[1], topics.orderEvents.records.OrderPlaced.sample),
      someProduct(keys[3]),
    );
    await eventually(() => client.records.length === 3);
    expect(keysOf(client).sort()).toEqual([`order ${keys[1]}`, `product ${keys[3]}`, `stock ${keys[2]}`]);
    const headersOf = (topic: string) => client.records.find((record) => record.topic === topic)!.headers;
    expect(headersOf('order')).toHaveProperty('ce_version');
    expect(headersOf('stock')).toEqual({}); // they would tell of others' orders
  });

  it('shows a clerk every order and customer, and an operator everything', async () => {
    const keys = [id(), id()] as const;
    const query = `?key=${keys[0]}&key=${keys[1]}`;
    const [clerk, operator] = [await stream({ as: carla, query }), await stream({ as: otto, query })];
    await log.publish(
      fact(topics.orderEvents, 'OrderPlaced', keys[0], topics.orderEvents.records.OrderPlaced.sample),
      fact(topics.customer, 'Customer', keys[1], { ...topics.customer.records.Customer.sample, customerId: keys[1] }),
      someOrder(keys[0], ben.customerId),
    );
    await eventually(() => clerk.records.length === 2 && operator.records.length === 3);
    expect(keysOf(clerk).sort()).toEqual([`customer ${keys[1]}`, `order ${keys[0]}`]);
  });

  it("follows an order through the topics of others, for whoever may see it, and is 404 for another's", async () => {
    const client = await stream({ as: anna, query: `?topics=order&key=${annasOrder}&order=${annasOrder}` });
    const others = id();
    const events = topics.orderEvents.records.OrderPlaced.sample;
    await log.publish(
      fact(topics.orderEvents, 'OrderPlaced', others, events),
      fact(topics.orderEvents, 'OrderPlaced', annasOrder, events),
      fact(topics.stockCommands, 'ReserveStock', annasOrder, topics.stockCommands.records.ReserveStock.sample),
      fact(topics.stockEvents, 'StockReserved', annasOrder, topics.stockEvents.records.StockReserved.sample),
      someOrder(annasOrder, anna.customerId),
    );
    await eventually(() => client.records.length === 4);
    expect(keysOf(client).sort()).toEqual(
      ['order', 'order-events', 'stock-commands', 'stock-events'].map((topic) => `${topic} ${annasOrder}`),
    );
    expect(await code(await stream({ as: ben, query: `?order=${annasOrder}` }))).toEqual([404, 'order-not-found']);
    expect((await stream({ as: carla, query: `?order=${annasOrder}` })).response.status).toBe(200);
  });

  it('shows bytes that are no value to operators, as such, and goes on', async () => {
    const key = id();
    const query = `?topics=order-events&key=${key}`;
    const [operator, clerk] = [await stream({ as: otto, query }), await stream({ as: carla, query: `?key=${key}` })];
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({
      topic: 'order-events',
      messages: [
        { key, value: 'no Avro at all' },
        { key, value: Buffer.from([0, 127, 255, 255, 255, 1]) },
      ],
    });
    await producer.disconnect();
    await log.publish(fact(topics.orderEvents, 'OrderPlaced', key, topics.orderEvents.records.OrderPlaced.sample));
    await log.publish(someOrder(key, ben.customerId));
    await eventually(() => operator.records.length === 3 && clerk.records.length === 1);
    expect(operator.records.map(({ type, undecodable }) => undecodable?.code ?? type)).toEqual([
      ...['not-avro-framed', 'unknown-schema-id'],
      'OrderPlaced',
    ]);
    expect(Buffer.from(operator.records[0]!.undecodable!.bytes, 'base64').toString()).toBe('no Avro at all');
  });

  it('does not show what was aborted', async () => {
    const key = id();
    const client = await stream({ as: otto, query: `?topics=order-events&key=${key}` });
    const producer = kafka.producer({ transactionalId: `live-${key}`, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const transaction = await producer.transaction();
    await transaction.send({ topic: 'order-events', messages: [{ key, value: 'aborted' }] });
    await transaction.abort();
    await producer.disconnect();
    await log.publish(fact(topics.orderEvents, 'OrderPlaced', key, topics.orderEvents.records.OrderPlaced.sample));
    await eventually(() => client.records.length > 0);
    expect(client.records.map(({ type }) => type)).toEqual(['OrderPlaced']);
  });

  it('ends when the token does', async () => {
    const client = await stream({ as: { ...anna, expiresIn: 2 } });
    expect(await client.ended).toBe('end');
  });
});

describe('what is not streamed', () => {
  it.each([
    ['?topics=nothing', 400, 'validation-failed'],
    ['?topics=customer', 403, 'forbidden'],
    ['?topics=order-events', 403, 'forbidden'],
    ['?order=1', 400, 'validation-failed'],
    ['?more=1', 400, 'validation-failed'],
    ['?lastEventId=garbage', 400, 'invalid-cursor'],
  ])('%s is a %d %s for a shopper', async (query, status, problem) =>
    expect(await code(await stream({ as: anna, query }))).toEqual([status, problem]),
  );

  it('an order of which order-service says why not, or nothing', async () => {
    const [signedOut, notHis, behind, broken, silent] = [id(), id(), id(), id(), id()];
    const answers = new Map<string, RequestListener>([
      [signedOut, json(401, { code: 'unauthenticated' })],
      [notHis, json(403, { code: 'forbidden' })],
      [behind, json(504, { code: 'view-behind' })],
      [broken, json(500, { code: 'internal-error' })],
    ]);
    const refusing = await upstream((request, response) => {
      answers.get(request.url!.split('/').at(-1)!)?.(request, response);
    });
    const asking = await liveGateway({ ORDER_SERVICE_URL: refusing.url });
    const impatient = await liveGateway({ ORDER_SERVICE_URL: refusing.url, UPSTREAM_TIMEOUT_MS: '500' });
    const told = async (order: string, { url } = asking) =>
      code(await open(url, { as: anna, query: `?order=${order}` }));
    expect(await told(signedOut)).toEqual([401, 'unauthenticated']);
    expect(await told(notHis)).toEqual([403, 'forbidden']);
    expect(await told(behind)).toEqual([504, 'view-behind']);
    expect(await told(broken)).toEqual([503, 'service-unavailable']);
    expect(await told(silent, impatient)).toEqual([504, 'service-timeout']);
    await refusing.close();
    expect(await told(notHis)).toEqual([503, 'service-unavailable']);
    await Promise.all([asking.stop(), impatient.stop()]);
  });

  it('anything to nobody', async () => expect((await fetch(`${door.url}/api/live`)).status).toBe(401));

  it('more streams than a client may have, and than the gateway may', async () => {
    const small = await liveGateway({ LIVE_STREAMS: '3', LIVE_STREAMS_PER_CLIENT: '2' });
    const clients: Client[] = [];
    const next = async (as: Parameters<typeof open>[1]) => {
      clients.push(await open(small.url, as));
      return clients.at(-1)!;
    };
    for (let i = 0; i < 2; i++) expect((await next({ as: anna })).response.status).toBe(200);
    const refused = await next({ as: anna });
    expect(await code(refused)).toEqual([429, 'too-many-requests']);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await next({ as: ben })).response.status).toBe(200);
    expect(await code(await next({ as: carla }))).toEqual([503, 'live-full']);
    await clients[0]!.leave();
    await eventually(async () => (await next({ as: anna })).response.ok);
    await Promise.all(clients.map((client) => client.leave()));
    await small.stop();
  });
});
