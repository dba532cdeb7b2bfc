import { describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { replay } from '@offset-zero/views';
import { customersView } from './customers.view.ts';
import { productsView } from './products.view.ts';

const peter = {
  ...topics.customer.records.Customer.sample,
  customerId: 'c-1',
  firstName: 'Peter',
  lastName: 'Muster',
  category: 'B' as const,
  address: { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
};
const moved = { ...peter, category: 'A' as const, address: { ...peter.address, street: 'Chaumonweg 108' } };
const of = (value: object | null) => ({ key: 'c-1', value });

describe('what the orders know of others', () => {
  it('is the customer as he is now', () =>
    expect(replay(customersView, [of(peter), of(moved)])).toEqual([
      { customerId: 'c-1', name: 'Peter Muster', category: 'A', address: moved.address },
    ]));

  it('is nobody after a deletion', () => expect(replay(customersView, [of(peter), of(null)])).toEqual([]));

  it('is not where to write to a customer', () =>
    expect(JSON.stringify(replay(customersView, [of(peter)]))).not.toContain(peter.email));

  it('is the name and the price of a product', () => {
    const knife = {
      ...topics.product.records.Product.sample,
      productId: 'p',
      name: 'Knife',
      price: { amountMinor: 1, currency: 'CHF' },
    };
    expect(replay(productsView, [{ key: 'p', value: knife }])).toEqual([
      { productId: 'p', name: 'Knife', price: { amountMinor: 1, currency: 'CHF' } },
    ]);
  });
});
