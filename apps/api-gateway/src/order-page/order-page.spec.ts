import { describe, expect, it } from '@jest/globals';
import { orderPage, productIdsOf } from './order-page.ts';

const order = { orderId: 'o', customerId: 'c', lines: [{ productId: 'b' }, { productId: 'a' }] };
const customer = { customerId: 'c', firstName: 'Peter' };
const stock = [
  { productId: 'a', available: 1 },
  { productId: 'b', available: 2 },
];

describe('the order page', () => {
  it('is whole when everybody answered, with the stock in the order of the lines', () =>
    expect(orderPage(order, { value: customer }, { value: stock })).toEqual({
      order,
      customer,
      stock: [stock[1], stock[0]],
      missing: [],
    }));

  it('says which parts are missing and why', () =>
    expect(orderPage(order, { code: 'service-unavailable' }, { code: 'view-behind' })).toEqual({
      order,
      customer: null,
      stock: [],
      missing: [
        { part: 'customer', code: 'service-unavailable' },
        { part: 'stock', code: 'view-behind' },
      ],
    }));

  it('misses nothing when a customer or a product was deleted', () =>
    expect(orderPage(order, { value: null }, { value: [stock[0]!] })).toMatchObject({
      customer: null,
      stock: [stock[0]],
      missing: [],
    }));

  it('asks for each product once', () =>
    expect(productIdsOf({ lines: [{ productId: 'a' }, { productId: 'b' }, { productId: 'a' }] })).toEqual(['a', 'b']));
});
