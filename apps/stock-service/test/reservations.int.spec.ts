import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { eventually } from '@offset-zero/testing';
import { newOrder, release, reserve, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('a reservation', () => {
  it('takes all lines of an order, and tells everybody', async () => {
    const [a, b, orderId] = [await world.stocked(5), await world.stocked(5), newOrder()];
    await world.publish(reserve(orderId, [b, 2], [a, 5]));
    expect(await world.answers(orderId)).toMatchObject([
      {
        record: 'StockReserved',
        orderId,
        lines: [
          { productId: b, quantity: 2 },
          { productId: a, quantity: 5 },
        ],
      },
    ]);
    expect(await world.stockOf(a)).toEqual({ productId: a, onHand: 5, reserved: 5, available: 0 });
    expect((await world.published(topics.stock, b)).at(-1)!.value).toEqual({
      productId: b,
      version: 2,
      onHand: 5,
      reserved: 2,
    });
  });

  it('takes nothing when one line is short', async () => {
    const [plenty, scarce, orderId] = [await world.stocked(5), await world.stocked(1), newOrder()];
    await world.publish(reserve(orderId, [plenty, 2], [scarce, 2]));
    expect(await world.answers(orderId)).toMatchObject([
      { record: 'StockRejected', reason: 'insufficient-stock', productId: scarce },
    ]);
    expect(await world.stockOf(plenty)).toMatchObject({ reserved: 0 });
  });

  it('tells a product that is empty from one that nobody knows', async () => {
    const [known, unknown] = [newOrder(), newOrder()];
    const productId = await world.product();
    await world.ask('GET', `/stock/${productId}`);
    await world.publish(reserve(known, [productId, 1]), reserve(unknown, ['nobody-knows-this', 1]));
    expect(await world.answers(known)).toMatchObject([{ reason: 'insufficient-stock' }]);
    expect(await world.answers(unknown)).toMatchObject([{ reason: 'unknown-product', productId: 'nobody-knows-this' }]);
  });

  it('that comes twice is made once and answered twice, word for word', async () => {
    const [productId, orderId] = [await world.stocked(5), newOrder()];
    await world.publish(reserve(orderId, [productId, 2]), reserve(orderId, [productId, 2]));
    const [first, second] = await world.answers(orderId, 2);
    expect(second).toEqual(first);
    expect(await world.stockOf(productId)).toMatchObject({ reserved: 2 });
  });

  it('is given back once, however often that is asked', async () => {
    const [productId, orderId] = [await world.stocked(5), newOrder()];
    const other = newOrder();
    await world.publish(reserve(orderId, [productId, 2]), reserve(other, [productId, 1]));
    await world.publish(release(orderId), release(orderId), reserve(orderId, [productId, 2]));
    const answers = await world.answers(orderId, 3);
    expect(answers.map(({ record, reason }) => reason ?? record)).toEqual([
      'StockReserved',
      'StockReleased',
      'released',
    ]);
    await world.answers(other);
    expect(await world.stockOf(productId)).toMatchObject({ reserved: 1 });
  });

  it('is refused when its order was released before', async () => {
    const [productId, orderId] = [await world.stocked(5), newOrder()];
    await world.publish(release(orderId), reserve(orderId, [productId, 2]));
    expect((await world.answers(orderId, 2)).map(({ record }) => record)).toEqual(['StockReleased', 'StockRejected']);
    expect(await world.stockOf(productId)).toMatchObject({ reserved: 0 });
  });
});

describe('many orders at once', () => {
  it('never get more than there is, and leave the books in order', async () => {
    const shelves = await Promise.all(Array.from({ length: 4 }, () => world.stocked(15)));
    const orders = Array.from({ length: 60 }, (_, i) => ({
      orderId: newOrder(),
      lines: [0, 1, 2].map((j): [string, number] => [shelves[(i * 3 + j * (1 + (i % 3))) % 4]!, 1 + ((i + j) % 2)]),
    }));
    await Promise.all(orders.map(({ orderId, lines }) => world.publish(reserve(orderId, ...lines))));
    const answers = await world.answers(orders.map(({ orderId }) => orderId));
    const reserved = answers.flatMap(({ record, lines }) => (record === 'StockReserved' ? lines : []));
    expect(reserved.length).toBeGreaterThan(0);
    for (const productId of shelves) {
      const promised = reserved
        .filter((line) => line.productId === productId)
        .reduce((sum, line) => sum + line.quantity, 0);
      const stock = await world.stockOf(productId);
      expect(stock).toMatchObject({ onHand: 15, reserved: promised });
      expect(promised).toBeLessThanOrEqual(15);
      const versions = (await world.published(topics.stock, productId)).map(({ value }) => value.version);
      expect(versions).toEqual(versions.map((_, i) => i + 1));
    }
    expect(await world.sql.query('select * from messaging.parked')).toEqual([]);
    const deadlocks = 'select deadlocks from pg_stat_database where datname = current_database()';
    expect(await world.sql.query(deadlocks)).toEqual([{ deadlocks: 0 }]);
  });
});

it('a replay of all that was ever asked changes nothing, answers nobody, and goes through', async () => {
  const productId = await world.stocked(10);
  const [kept, tooMany, released] = [newOrder(), newOrder(), newOrder()];
  await world.publish(
    reserve(kept, [productId, 4]),
    reserve(tooMany, [productId, 11]),
    reserve(released, [productId, 1]),
  );
  await world.answers([kept, tooMany, released]);
  await world.publish(release(released));
  const before = [await world.answers([kept, tooMany, released], 4), await world.stockOf(productId)];
  const { status, body } = await world.ask('POST', '/ops/subscriptions/stock-commands/reset', { to: 'beginning' });
  expect([status, body.moves.some(({ again }: { again: number }) => again > 0)]).toEqual([200, true]);
  await eventually(async () => {
    const { items } = (await world.ask('GET', '/ops/subscriptions')).body;
    const [commands] = items.filter(({ name }: { name: string }) => name === 'stock-commands');
    expect(commands).toMatchObject({ lag: 0, parked: 0, state: 'running' });
    expect(commands.partitions.filter(({ replaying }: { replaying: boolean }) => replaying)).toEqual([]);
  });
  expect(await world.answers(await reserveOne(productId), 1)).toMatchObject([{ record: 'StockReserved' }]);
  expect(await world.answers([kept, tooMany, released], 4)).toEqual(before[0]);
  expect(await world.stockOf(productId)).toMatchObject({ onHand: 10, reserved: 5 });
  expect(before[1]).toMatchObject({ reserved: 4 });
  expect(await world.sql.query('select code from messaging.parked')).toEqual([]);
});

async function reserveOne(productId: string): Promise<string> {
  const orderId = newOrder();
  await world.publish(reserve(orderId, [productId, 1]));
  return orderId;
}
