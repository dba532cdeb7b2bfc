import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../journal.ts';
import { writesOf } from './writes.ts';

const entry = (op: JournalEntry['op'], more: Partial<JournalEntry>): JournalEntry => ({
  ...{ id: 7, at: 0, op, request: {}, outcome: 'accepted', attempts: 1 },
  ...more,
});

describe('the journal, as the rules read it', () => {
  it('is of a customer or product what the client decided, and the version it was told', () => {
    const request = { customerId: 'ignored', version: 1, firstName: 'Anna', address: { city: 'Bern' } };
    expect(writesOf([entry('customer.replace', { key: 'c', version: 4, request })])).toMatchObject([
      { kind: 'customer', key: 'c', version: 4, value: { firstName: 'Anna', address: { city: 'Bern' } } },
    ]);
    expect(writesOf([entry('product.create', { request: { productId: 'p', name: 'Knife' } })])).toMatchObject([
      { kind: 'product', value: { name: 'Knife' } },
    ]);
  });

  it('is of a deletion that there is no value', () =>
    expect(writesOf([entry('customer.delete', { key: 'c', version: 5 })])).toMatchObject([
      { version: 5, value: null },
    ]));

  it('is of a receipt what came and what there was afterwards', () =>
    expect(
      writesOf([entry('stock.receive', { key: 'p', request: { quantity: 3 }, body: { onHand: 8 } })]),
    ).toMatchObject([{ kind: 'receipt', productId: 'p', quantity: 3, onHand: 8 }]));

  it('is of an order who wants what, and what came of it', () => {
    const request = { customerId: 'c', lines: [{ productId: 'p', quantity: 1 }] };
    expect(writesOf([entry('order.place', { outcome: 'refused', request })])).toMatchObject([
      { kind: 'order', outcome: 'refused', customerId: 'c', lines: request.lines },
    ]);
    expect(writesOf([entry('order.cancel', { key: 'o', outcome: 'unknown' })])).toMatchObject([
      { kind: 'cancellation', outcome: 'unknown', orderId: 'o' },
    ]);
  });
});
