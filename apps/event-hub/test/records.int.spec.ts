import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, tombstone, topics } from '@offset-zero/contracts';
import { type Ask, asking } from '@offset-zero/testing';
import type { ServiceUnderTest } from '@offset-zero/testing/service';
import { openLog, startHub } from './world.ts';

let log: Awaited<ReturnType<typeof openLog>>;
let hub: ServiceUnderTest;
let ask: Ask;

const key = `hub-${randomUUID()}`;
const broken = `hub-${randomUUID()}`;
const value = (onHand: number) => ({ productId: key, version: onHand, onHand, reserved: 0 });
const from = { from: 'stock-service', at: Date.now() };

beforeAll(async () => {
  log = await openLog();
  await log.write(...[1, 2, 3].map((onHand) => ({ ...fact(topics.stock, 'Stock', key, value(onHand)), ...from })), {
    ...tombstone(topics.stock, key, 4),
    ...from,
  });
  await log.writeBytes('stock', broken, Buffer.from('not Avro'));
  hub = await startHub();
  ask = asking(hub.url);
}, 120_000);
afterAll(async () => {
  await hub.stop();
  await log.close();
});

const records = (query: string, topic = 'stock') => ask('GET', `/event-hub/topics/${topic}/records?${query}`);
const onHands = (items: { value: { onHand: number } | null }[]) => items.map((each) => each.value?.onHand ?? null);

describe('the records of a topic', () => {
  it('are those of a key, the newest first, decoded, tombstones too', async () => {
    const { body } = await records(`key=${key}`);
    expect(body).toMatchObject({ order: 'newest-first', truncated: false });
    expect(onHands(body.items)).toEqual([null, 3, 2, 1]);
    expect(body.items[1]).toMatchObject({
      ...{ topic: 'stock', type: 'Stock', key, value: value(3) },
      headers: { ce_source: '/stock-service' },
    });
    expect(body.items[0]).toMatchObject({ type: null, value: null });
    expect(body.items[0].undecodable).toBeUndefined();
  });

  it('are as many as wanted, from an offset on or from a time on, the oldest first', async () => {
    const { items } = (await records(`key=${key}`)).body;
    const { partition, offset, time } = items[2];
    const onward = await records(`key=${key}&partition=${partition}&from=${offset}&limit=2`);
    expect(onward.body.order).toBe('oldest-first');
    expect(onHands(onward.body.items)).toEqual([2, 3]);
    expect(onHands((await records(`key=${key}&from=0`)).body.items)).toEqual([1, 2, 3, null]);
    const since = await records(`key=${key}&from=${encodeURIComponent(time)}`);
    expect(onHands(since.body.items)).toEqual(expect.arrayContaining([2, 3, null]));
    expect((await records('limit=1')).body.items).toHaveLength(1);
  });

  it('that cannot be decoded say why, with their bytes', async () => {
    const [item] = (await records(`key=${broken}`)).body.items;
    const bytes = Buffer.from('not Avro').toString('base64');
    expect(item).toMatchObject({ type: null, value: null, undecodable: { code: 'not-avro-framed', bytes } });
  });

  it.each([
    ['another topic', '', 'no-topic', 404, 'topic-not-found'],
    ['a partition that is not there', 'partition=99', 'stock', 404, 'partition-not-found'],
    ['a time that is none', 'from=2026-13-99T00:00:00Z', 'stock', 400, 'validation-failed'],
    ['too many', 'limit=201', 'stock', 400, 'validation-failed'],
  ])('are refused for %s', async (_, query, topic, status, code) =>
    expect(await records(query, topic)).toMatchObject({ status, body: { code } }),
  );
});

it('the schemas are those of the registry, with their versions', async () => {
  const { body } = await ask('GET', '/event-hub/schemas');
  const order = body.subjects.find(({ subject }: { subject: string }) => subject === 'order-value');
  expect(order).toMatchObject({
    topic: 'order',
    record: 'Order',
    versions: [{ version: 1, schema: { name: 'Order' } }],
  });
  expect(order.versions[0].id).toEqual(expect.any(Number));
});
