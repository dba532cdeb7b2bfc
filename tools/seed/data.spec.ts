import { expect, it } from '@jest/globals';
import { customer, order, product, receipt } from './data.ts';

it('the same number gives the same data, another number other data', () => {
  for (const make of [customer, product, receipt]) {
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
  }
});

it('orders name customers and products that are there, each product once', () => {
  const [customers, products] = [
    ['a', 'b'],
    ['x', 'y', 'z'],
  ];
  for (let i = 0; i < 100; i++) {
    const { customerId, lines } = order(i, customers!, products!);
    expect(customers).toContain(customerId);
    const ids = lines.map(({ productId }) => productId);
    expect(products).toEqual(expect.arrayContaining(ids));
    expect(new Set(ids).size).toBe(ids.length);
  }
});
