import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { reserved, startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ RESERVATION_TIMEOUT_SECONDS: '1' });
});
afterAll(() => world.stop());

describe('an order whose stock never answers', () => {
  it('is rejected in time, and whatever was reserved is given back', async () => {
    const orderId = await world.placed();
    expect(await world.when(orderId, 'REJECTED')).toMatchObject({ reason: 'reservation-timeout', version: 2 });
    await eventually(async () => {
      expect(await world.events(orderId)).toEqual(['OrderPlaced', 'OrderRejected']);
      expect(await world.asked(orderId)).toEqual(['ReserveStock', 'ReleaseStock']);
    });
  });

  it('does not mind the answer that comes too late', async () => {
    const orderId = await world.placed();
    await world.when(orderId, 'REJECTED');
    await world.stockSays(reserved(orderId));
    expect(await world.get(orderId)).toMatchObject({ status: 'REJECTED', reason: 'reservation-timeout', version: 2 });
  });

  it('leaves one alone that was answered in time', async () => {
    const [answered, silent] = [await world.placed(), await world.placed()];
    await world.publish(reserved(answered));
    await world.when(answered, 'CONFIRMED');
    await world.when(silent, 'REJECTED');
    expect(await world.get(answered)).toMatchObject({ status: 'CONFIRMED', version: 2 });
  });

  it('is ended also when another one cannot be', async () => {
    const broken = await world.placed();
    await world.sql.query(`update orders set lines = jsonb_set(lines, '{0,quantity}', '"two"') where order_id = $1`, [
      broken,
    ]);
    const orderId = await world.placed();
    await world.when(orderId, 'REJECTED');
    expect((await world.ask('GET', `/orders/${broken}`)).body.status).toBe('PLACED');
  });

  it('is found however many there are', async () => {
    const [customerId, productId] = [await world.customer(), await world.product()];
    const lines = [{ productId, quantity: 1 }];
    const first = await world.order(customerId, lines);
    expect(first.status).toBe(202);
    await Promise.all(Array.from({ length: 249 }, () => world.order(customerId, lines)));
    await eventually(async () => {
      const waiting = await world.sql.query(`select from orders where customer_id = $1 and status = 'PLACED'`, [
        customerId,
      ]);
      return waiting.length === 0;
    });
  });
});
