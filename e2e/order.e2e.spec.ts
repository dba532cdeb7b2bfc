import { describe, expect, it } from '@jest/globals';
import { createKafka, readLog } from '@offset-zero/kafka';
import { call, ended, place, registered, stocked, stockOf } from './api.ts';
import { brokers } from './shop.process.ts';
import { eventually } from '@offset-zero/testing';

const kafka = createKafka({ brokers, clientId: 'e2e' });
const typesOf = async (topic: string, key: string) =>
  (await readLog(kafka, topic)).filter((record) => record.key === key).map(({ headers }) => headers.ce_type);

describe('an order', () => {
  it('is confirmed when everything is there, and its events tell the story in order', async () => {
    const { customerId } = await registered();
    const productId = await stocked(10);
    const orderId = await place(customerId, [{ productId, quantity: 3 }]);

    const order = await ended(orderId);
    expect(order).toMatchObject({ status: 'CONFIRMED', total: { amountMinor: 14_850, currency: 'CHF' } });
    expect(order.lines).toMatchObject([{ productId, name: 'Swiss army knife', quantity: 3 }]);
    expect(order.customer).toMatchObject({ customerId });
    expect(await stockOf(productId)).toEqual({ productId, onHand: 10, reserved: 3, available: 7 });

    await eventually(async () => {
      expect(await typesOf('order-events', orderId)).toEqual(['shop.order.OrderPlaced', 'shop.order.OrderConfirmed']);
      expect(await typesOf('stock-commands', orderId)).toEqual(['shop.stock.ReserveStock']);
      expect(await typesOf('stock-events', orderId)).toEqual(['shop.stock.StockReserved']);
    });
  });

  it('is rejected as a whole when one line is short, and nothing stays reserved', async () => {
    const { customerId } = await registered();
    const [plenty, scarce] = [await stocked(10), await stocked(1)];
    const orderId = await place(customerId, [
      { productId: plenty, quantity: 5 },
      { productId: scarce, quantity: 2 },
    ]);
    expect(await ended(orderId)).toMatchObject({ status: 'REJECTED', reason: 'insufficient-stock' });
    expect(await stockOf(plenty)).toMatchObject({ reserved: 0, available: 10 });
  });

  it('gives its stock back when it is cancelled', async () => {
    const { customerId } = await registered();
    const productId = await stocked(4);
    const orderId = await place(customerId, [{ productId, quantity: 4 }]);
    await ended(orderId);
    expect((await call('POST', `/orders/${orderId}/cancellation`)).body).toMatchObject({ status: 'CANCELLED' });
    await eventually(async () => expect(await stockOf(productId)).toMatchObject({ reserved: 0, available: 4 }));
  });

  it('never sells the last piece twice', async () => {
    const { customerId } = await registered();
    const productId = await stocked(1);
    const orders = await Promise.all(Array.from({ length: 8 }, () => place(customerId, [{ productId, quantity: 1 }])));
    const statuses = (await Promise.all(orders.map((orderId) => ended(orderId)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'CONFIRMED')).toHaveLength(1);
    expect(await stockOf(productId)).toEqual({ productId, onHand: 1, reserved: 1, available: 0 });
  });
});
