import { describe, expect, it } from '@jest/globals';
import { type Customer, topics } from '@offset-zero/contracts';
import { replay } from './fold.ts';
import { view, type ViewOptions } from './view.ts';

type Options = ViewOptions<{ Customer: Customer }, object>;

const declared: Options = {
  name: 'customers',
  from: topics.customer,
  row: ({ customerId, firstName, lastName, address }) => ({
    customerId,
    name: `${firstName} ${lastName}`,
    country: address.country,
  }),
};
const fingerprintOf = (changes: Partial<Options>) => view({ ...declared, ...changes }).fingerprint;
const customer = (changes: Partial<Customer>): Customer => ({
  ...topics.customer.records.Customer.sample,
  ...changes,
});

describe('a view', () => {
  it('is a table of its own for its behaviour', () => {
    const customers = view(declared);
    expect(customers.fingerprint).toMatch(/^[0-9a-f]{8}$/);
    expect(customers.table).toBe(`"views"."customers_${customers.fingerprint}"`);
    expect(customers.subscription()).toMatchObject({ name: `customers_${customers.fingerprint}`, supersede: true });
  });

  it.each<[string, Partial<Options>]>([
    ['what a row says', { row: ({ customerId, lastName }) => ({ customerId, name: lastName, country: 'CH' }) }],
    ['its columns', { row: ({ customerId }) => ({ customerId }) }],
    ['the explicit version', { version: 2 }],
    ['its indexes', { indexes: (table) => [`create index on ${table} (country)`] }],
    ['its extensions', { extensions: ['pg_trgm'] }],
  ])('is another one when %s changes', (_what, changes) => expect(fingerprintOf(changes)).not.toBe(fingerprintOf({})));

  it('stays the same when only the code changes', () =>
    expect(
      fingerprintOf({
        row: (c) => ({
          customerId: c.customerId,
          name: [c.firstName, c.lastName].join(' '),
          country: c.address.country,
        }),
      }),
    ).toBe(fingerprintOf({})));

  it.each(['Customers', '1st', 'a-b', '"', 'x'.repeat(41)])('cannot be called %p', (name) =>
    expect(() => view({ ...declared, name })).toThrow(TypeError),
  );

  it('folds whole values only', () => {
    const from = topics.orderEvents as never;
    expect(() => view({ name: 'orders', from, row: () => ({ a: 1 }) })).toThrow('not a whole-value topic');
  });
});

describe('replay', () => {
  it('keeps the last value of each key; a tombstone deletes, and the key may come again', () => {
    const rows = replay(view(declared), [
      { key: 'a', value: customer({ customerId: 'a', lastName: 'Muster' }) },
      { key: 'b', value: customer({ customerId: 'b' }) },
      { key: 'c', value: customer({ customerId: 'c' }) },
      { key: 'a', value: customer({ customerId: 'a', lastName: 'Meier' }) },
      { key: 'b', value: null },
      { key: 'c', value: null },
      { key: 'c', value: customer({ customerId: 'c', lastName: 'Back' }) },
    ]);
    expect(rows).toEqual([
      { customerId: 'a', name: 'firstName Meier', country: 'country' },
      { customerId: 'c', name: 'firstName Back', country: 'country' },
    ]);
  });
});
