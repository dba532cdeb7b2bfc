import { describe, expect, it } from '@jest/globals';
import { createKafka, readLog } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import { call, type Customer, ended, type Order, anna, place, registered, stocked } from './api.ts';
import { brokers, npm } from './shop.process.ts';

const kafka = createKafka({ brokers, clientId: 'e2e' });
const search = (q: string) =>
  call<{ items: Customer[] }>('GET', `/customer-search?q=${encodeURIComponent(q)}`).then(({ body }) => body.items);

describe('a customer', () => {
  it('who moves and becomes category A is followed by the views of others', async () => {
    const before = await registered();
    const orderId = await place(before.customerId, [{ productId: await stocked(1), quantity: 1 }]);
    await ended(orderId);

    const moved = { ...before, category: 'A', address: { ...anna.address, street: 'Nydeggasse 2' } };
    const put = await call<Customer>('PUT', `/customers/${before.customerId}`, moved, { 'if-match': '"1"' });
    expect(put).toMatchObject({ status: 200, body: { version: 2, category: 'A' } });

    const token = { 'consistency-token': put.headers.get('consistency-token') };
    const order = await call<Order>('GET', `/orders/${orderId}`, undefined, token);
    expect(order.body.customer).toMatchObject({ customerId: before.customerId, category: 'A' });
    const found = await call<{ items: Customer[] }>('GET', '/customer-search?q=Nydeggasse+2', undefined, token);
    expect(found.status).toBe(200);

    const log = (await readLog(kafka, 'customer')).filter(({ key }) => key === before.customerId);
    expect(log.map(({ headers }) => headers.ce_version)).toEqual(['1', '2']);
  });

  it('who is deleted is gone everywhere, and stays gone when a view is built anew from offset 0', async () => {
    const lastName = `Vergissmeinnicht${Date.now()}`;
    const { customerId } = await registered({ ...anna, lastName });
    const orderId = await place(customerId, [{ productId: await stocked(1), quantity: 1 }]);
    await ended(orderId);
    await eventually(async () => expect(await search(lastName)).toHaveLength(1));

    expect((await call('DELETE', `/customers/${customerId}`)).status).toBe(204);
    expect((await call('GET', `/customers/${customerId}`)).status).toBe(404);
    await eventually(async () => {
      expect(await search(lastName)).toEqual([]);
      expect((await call<Order>('GET', `/orders/${orderId}`)).body.customer).toBeNull();
    });
    const log = (await readLog(kafka, 'customer')).filter(({ key }) => key === customerId);
    expect(log.at(-1)).toMatchObject({ value: null, headers: { ce_version: '2' } });

    await npm('bootstrap', '--', 'customer-search');
    expect(await search(lastName)).toEqual([]);
    expect(await search(anna.lastName)).not.toEqual([]);
  });
});
