import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { eventually } from '@offset-zero/testing';
import { rejected, reserved, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const told = (orderId: string, count: number) =>
  eventually(async () => {
    const [events, asked] = [await world.events(orderId), await world.asked(orderId)];
    return events.length + asked.length >= count && { events, asked };
  });

describe('an order', () => {
  it('is confirmed by the stock, once', async () => {
    const orderId = await world.placed();
    await world.stockSays(reserved(orderId), reserved(orderId), rejected(orderId));
    expect(await world.get(orderId)).toMatchObject({ status: 'CONFIRMED', version: 2, reason: null });
    expect(await told(orderId, 3)).toEqual({ events: ['OrderPlaced', 'OrderConfirmed'], asked: ['ReserveStock'] });
    const statuses = (await world.published(topics.order, orderId)).map(({ value }) => value.status);
    expect(statuses).toEqual(['PLACED', 'CONFIRMED']);
  });

  it('is rejected by the stock, once', async () => {
    const orderId = await world.placed();
    await world.stockSays(rejected(orderId), rejected(orderId), reserved(orderId));
    expect(await world.get(orderId)).toMatchObject({ status: 'REJECTED', version: 2, reason: 'insufficient-stock' });
    expect(await told(orderId, 3)).toEqual({ events: ['OrderPlaced', 'OrderRejected'], asked: ['ReserveStock'] });
  });

  it('that is cancelled ends at once, and the answer that crosses changes nothing', async () => {
    const orderId = await world.placed();
    const { status, body } = await world.cancel(orderId);
    expect([status, body.status, body.version]).toEqual([200, 'CANCELLED', 2]);
    await world.stockSays(reserved(orderId));
    expect(await world.get(orderId)).toMatchObject({ status: 'CANCELLED', version: 2 });
    expect(await told(orderId, 4)).toEqual({
      events: ['OrderPlaced', 'OrderCancelled'],
      asked: ['ReserveStock', 'ReleaseStock'],
    });
  });

  it('gives its stock back when it is cancelled after it was confirmed', async () => {
    const orderId = await world.placed();
    await world.publish(reserved(orderId));
    await world.when(orderId, 'CONFIRMED');
    expect((await world.cancel(orderId)).body).toMatchObject({ status: 'CANCELLED', version: 3 });
    expect((await told(orderId, 5)).asked).toEqual(['ReserveStock', 'ReleaseStock']);
  });

  it('is cancelled once, however many ask', async () => {
    const orderId = await world.placed();
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.cancel(orderId)));
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual(Array(8).fill([200, 2]));
    expect(await told(orderId, 4)).toMatchObject({ events: ['OrderPlaced', 'OrderCancelled'] });
  });

  it('that was rejected, or never was, cannot be cancelled', async () => {
    const orderId = await world.placed();
    await world.publish(rejected(orderId));
    await world.when(orderId, 'REJECTED');
    const { status, body } = await world.cancel(orderId);
    expect([status, body.code]).toEqual([409, 'order-not-cancellable']);
    const unknown = await world.cancel('01900000-0000-7000-8000-000000000000');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'order-not-found']);
  });

  it('carries on the trace of who placed it, and says what caused it', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const [customerId, productId] = [await world.customer(), await world.product()];
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const { body } = await world.order(customerId, [{ productId, quantity: 1 }], {}, headers);
    await told(body.orderId, 2);
    const [reserve] = await world.published(topics.stockCommands, body.orderId);
    expect(reserve!.headers.traceparent).toContain(traceId);
    await world.publish(reserved(body.orderId));
    await world.when(body.orderId, 'CONFIRMED');
    await told(body.orderId, 3);
    const [answer] = await world.published(topics.stockEvents, body.orderId);
    const confirmed = (await world.published(topics.orderEvents, body.orderId)).at(-1)!;
    expect(confirmed.headers.ce_causationid).toBe(answer!.headers.ce_id);
  });
});
