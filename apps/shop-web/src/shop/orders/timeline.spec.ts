import { describe, expect, it } from '@jest/globals';
import type { Order } from '../../api/bodies.ts';
import { factOf, timeline } from './timeline.ts';

const at = (second: number) => `2026-11-21T10:00:0${second}.000Z`;
const order = (change: Partial<Order>): Order => ({
  ...{ orderId: 'o', version: 1, status: 'PLACED', reason: null, customerId: 'c', customer: null, lines: [] },
  ...{ total: { amountMinor: 1, currency: 'CHF' }, placedAt: at(0), updatedAt: at(0) },
  ...change,
});
const fact = (type: string | null, second: number, reason?: string) => ({ type, at: at(second), reason });
const stationsOf = ({ moments }: ReturnType<typeof timeline>) => moments.map(({ station }) => station);

describe('the timeline of an order', () => {
  it('waits for the stock after it was placed', () =>
    expect(timeline(order({}), [])).toEqual({ moments: [{ station: 'placed', at: at(0) }], pending: 'stock' }));

  it('fills with what is heard, in whatever order it comes and however often', () => {
    const facts = [
      fact('OrderConfirmed', 3),
      fact('StockReserved', 2),
      fact('ReserveStock', 0),
      fact('OrderPlaced', 0),
      fact('StockReserved', 2),
      fact('Order', 3),
      fact(null, 3),
    ];
    const full = timeline(order({ status: 'CONFIRMED', updatedAt: at(3) }), facts);
    expect(stationsOf(full)).toEqual(['placed', 'asked', 'reserved', 'confirmed']);
    expect(full.pending).toBeUndefined();
  });

  it('knows from the event that it is over, before the order is fetched again', () =>
    expect(timeline(order({}), [fact('OrderRejected', 2, 'insufficient-stock')])).toEqual({
      moments: [
        { station: 'placed', at: at(0) },
        { station: 'rejected', at: at(2), reason: 'insufficient-stock' },
      ],
      pending: undefined,
    }));

  it('is told by the order alone where nobody knows more', () => {
    expect(stationsOf(timeline(order({ status: 'CONFIRMED', updatedAt: at(1) }), []))).toEqual([
      'placed',
      'reserved',
      'confirmed',
    ]);
    expect(timeline(order({ status: 'REJECTED', reason: 'reservation-timeout' }), []).moments[1]).toMatchObject({
      station: 'rejected',
      reason: 'reservation-timeout',
    });
  });

  it('goes on after a confirmation that was cancelled', () => {
    const facts = [fact('StockReserved', 1), fact('OrderConfirmed', 2), fact('StockReleased', 5)];
    expect(stationsOf(timeline(order({ status: 'CANCELLED', updatedAt: at(4) }), facts))).toEqual([
      'placed',
      'reserved',
      'confirmed',
      'cancelled',
      'released',
    ]);
  });

  it.each([
    ['refused', 'rejected'],
    ['rejected', 'refused'],
  ])('gives the reason once, and the product, whatever the clocks say: %s before %s', (first, second) => {
    const [refusedAt, rejectedAt] = first === 'refused' ? [at(1), at(2)] : [at(2), at(1)];
    const facts = [
      factOf('StockRejected', refusedAt, { reason: 'insufficient-stock', productId: 'knife' }),
      factOf('OrderRejected', rejectedAt, { reason: 'insufficient-stock' }),
    ];
    const rejected = order({ status: 'REJECTED', reason: 'insufficient-stock', updatedAt: rejectedAt });
    expect(timeline(rejected, facts).moments.slice(1)).toEqual([
      { station: first, at: at(1), reason: 'insufficient-stock', productId: 'knife' },
      { station: second, at: at(2) },
    ]);
  });
});
