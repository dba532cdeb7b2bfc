import { describe, expect, it } from '@jest/globals';
import type { Product } from '../../api/bodies.ts';
import { isGone, priceChanges, priced, withFirstShown } from './priced.ts';

const product = (productId: string, amountMinor: number, currency = 'CHF'): Product => ({
  ...{ productId, name: productId, description: '', category: 'c', version: 1 },
  price: { amountMinor, currency },
});
const basket = [
  { productId: 'knife', quantity: 2 },
  { productId: 'rope', quantity: 1 },
];

describe('what a basket costs', () => {
  it('is the sum of its lines', () =>
    expect(priced(basket, [product('knife', 1250), product('rope', 300)], undefined).total).toEqual({
      amountMinor: 2800,
      currency: 'CHF',
    }));

  it('leaves out what is not sold any more, and says so', () => {
    const { lines, total } = priced(basket, [product('rope', 300)], undefined);
    expect(lines.map(isGone)).toEqual([true, false]);
    expect(total?.amountMinor).toBe(300);
  });

  it('has no one sum in two currencies', () =>
    expect(priced(basket, [product('knife', 1), product('rope', 1, 'EUR')], undefined)).toMatchObject({
      total: undefined,
      currencies: ['CHF', 'EUR'],
    }));

  it('says how many pieces are missing', () => {
    const there = new Map([['knife', 1]]);
    expect(
      priced(basket, [product('knife', 1), product('rope', 1)], there).lines.map(({ missing }) => missing),
    ).toEqual([1, 0]);
  });
});

describe('prices that were shown', () => {
  const shown = [product('knife', 1250), product('rope', 300)];

  it('are compared with those of today', () =>
    expect(priceChanges(shown, [product('knife', 1300), product('rope', 300)])).toEqual([
      {
        ...{ productId: 'knife', name: 'knife' },
        before: { amountMinor: 1250, currency: 'CHF' },
        now: { amountMinor: 1300, currency: 'CHF' },
      },
    ]));

  it('have not changed where a product is gone: that is said otherwise', () =>
    expect(priceChanges(shown, [product('rope', 300)])).toEqual([]));

  it('stay the first ones, also of what came into the basket later', () => {
    const lamp = product('lamp', 900);
    const later = withFirstShown(shown, [product('knife', 1300), lamp]);
    expect(later).toEqual([...shown, lamp]);
    expect(withFirstShown(later, [product('lamp', 950)])).toBe(later);
  });
});
