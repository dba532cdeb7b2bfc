import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Fact, fact, topics } from '@offset-zero/contracts';
import { type Ask, asking, eventually } from '@offset-zero/testing';
import type { ServiceUnderTest } from '@offset-zero/testing/service';
import { openLog, startHub, startWarehouse } from './world.ts';

let log: Awaited<ReturnType<typeof openLog>>;
let warehouse: ServiceUnderTest;
let hub: ServiceUnderTest;
let ask: Ask;
let isStopped = false;

beforeAll(async () => {
  log = await openLog();
  warehouse = await startWarehouse();
  hub = await startHub({ STOCK_SERVICE_URL: warehouse.url });
  ask = asking(hub.url);
}, 120_000);
afterAll(async () => {
  await hub.stop();
  if (!isStopped) await warehouse.stop();
  await log.close();
});

const get = async (path: string) => (await ask('GET', `/event-hub/${path}`)).body;
const serviceNamed = async (name: string) =>
  (await get('map')).services.find((each: { name: string }) => each.name === name);
const flowOf = async (subscription: string) =>
  (await get('flow')).subscriptions.find((each: { subscription: string }) => each.subscription === subscription);

const product = (): Fact => {
  const productId = `hub-${randomUUID()}`;
  return fact(topics.product, 'Product', productId, { ...topics.product.records.Product.sample, productId });
};

describe('the map', () => {
  it('has every service as it declares itself, and says who is away', async () => {
    expect(await serviceNamed('stock-service')).toMatchObject({
      ...{ summary: 'Listens.', owns: ['stock', 'stock-events'], sends: [], reactsTo: ['stock-commands'] },
      keeps: [{ view: 'products', topic: 'product', subscription: expect.stringMatching(/^products_/) }],
    });
    expect(await serviceNamed('order-service')).toMatchObject({ state: 'away', owns: [], summary: '' });
  });

  it('has every topic with its kind and its partitions', async () => {
    const { topics: shown } = await get('map');
    expect(shown.map(({ name }: { name: string }) => name)).toEqual(Object.values(topics).map(({ name }) => name));
    expect(shown[0]).toMatchObject({ name: 'customer', kind: 'whole-value', partitions: 6, records: ['Customer'] });
  });

  it('is for operators', async () => {
    expect((await asking(hub.url, { role: 'clerk' })('GET', '/event-hub/map')).status).toBe(403);
    expect((await fetch(`${hub.url}/event-hub/map`)).status).toBe(401);
  });
});

describe('the flow', () => {
  it('tells how fast a view takes what is published, and that it has it all', async () => {
    await eventually(async () => expect((await flowOf('stock-commands')).ready).toBe(true), 60_000);
    await log.write(...Array.from({ length: 20 }, () => ({ ...product(), from: 'product-service', at: Date.now() })));
    const { view, subscription } = await eventually(async () => {
      const { views } = await get('flow');
      const [view] = views;
      expect(view).toMatchObject({ service: 'stock-service', view: 'products', progress: 1, lag: 0, ready: true });
      const subscription = await flowOf(view.subscription);
      expect(subscription.perSecond).toBeGreaterThan(0);
      return { view, subscription };
    }, 60_000);
    expect(subscription).toMatchObject({ kind: 'view', state: 'running', topic: view.topic, parked: 0, waiting: 0 });
  });

  it('knows how much lies in the topics, and what waits in the outboxes', async () => {
    const { kafka, topics: shown, outboxes } = await get('flow');
    expect(kafka).toBe('up');
    const products = shown.find(({ topic }: { topic: string }) => topic === 'product');
    expect(products.offsets).toBeGreaterThanOrEqual(20);
    expect(outboxes).toEqual([{ service: 'stock-service', depth: 0, oldestSeconds: 0 }]);
  });

  it('has a history whose points lie as far apart as it says', async () => {
    const found = await eventually(async () => {
      const history = await get('history?minutes=1');
      const lag = history.series.find((each: { subscription?: string }) => each.subscription === 'stock-commands');
      expect(lag.points.at(-1)).toBe(0);
      return history;
    }, 30_000);
    const points = (Date.parse(found.to) - Date.parse(found.from)) / 1_000 / found.every + 1;
    for (const series of found.series) expect(series.points).toHaveLength(points);
    expect((await ask('GET', '/event-hub/history?minutes=16')).body.code).toBe('validation-failed');
  });
});

it('a service that goes away is shown so, with what it declared, and disturbs nothing', async () => {
  await warehouse.stop();
  isStopped = true;
  await eventually(async () => {
    expect(await serviceNamed('stock-service')).toMatchObject({ state: 'away', owns: ['stock', 'stock-events'] });
    expect(await flowOf('stock-commands')).toMatchObject({ state: 'away', lag: null, parked: null });
  }, 30_000);
  expect((await get('flow')).outboxes).toEqual([{ service: 'stock-service', depth: null, oldestSeconds: null }]);
}, 60_000);

it('without Kafka the hub says so', async () => {
  const lonely = await startHub({ KAFKA_BROKERS: '127.0.0.1:9' });
  try {
    const lonelyAsk = asking(lonely.url);
    const { body } = await lonelyAsk('GET', '/event-hub/flow');
    expect(body).toMatchObject({
      kafka: 'away',
      topics: expect.arrayContaining([{ topic: 'order', offsets: null, perSecond: null }]),
    });
    const refused = await lonelyAsk('GET', '/event-hub/topics/order/records');
    expect(refused).toMatchObject({ status: 503, body: { code: 'kafka-unavailable' } });
  } finally {
    await lonely.stop();
  }
}, 60_000);
