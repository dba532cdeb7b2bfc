import { describe, expect, it } from '@jest/globals';
import { addPieces, basketIn, emptyBasket, MOST_LINES, MOST_PIECES, piecesIn, withPieces } from './basket.ts';

const basket = addPieces(addPieces(emptyBasket, 'knife', 1), 'rope', 2);

describe('a basket', () => {
  it('has each product once, in the order in which they came', () => {
    expect(addPieces(basket, 'knife', 2)).toEqual([
      { productId: 'knife', quantity: 3 },
      { productId: 'rope', quantity: 2 },
    ]);
    expect(piecesIn(basket)).toBe(3);
  });

  it('loses a product with its last piece', () =>
    expect(withPieces(basket, 'knife', 0)).toEqual([{ productId: 'rope', quantity: 2 }]));

  it('holds what an order takes, not more', () => {
    expect(withPieces(basket, 'rope', 1e9)[1]!.quantity).toBe(MOST_PIECES);
    const full = Array.from({ length: MOST_LINES }, (_, i) => ({ productId: `p${i}`, quantity: 1 }));
    expect(addPieces(full, 'one-more', 1)).toHaveLength(MOST_LINES);
  });

  it('comes back from where it was kept, and is empty where something else lies', () => {
    expect(basketIn(JSON.stringify(basket))).toEqual(basket);
    expect([null, '', '{', '{}', '[{"productId":1}]', '[{"productId":"a","quantity":-1}]'].map(basketIn)).toEqual(
      Array(6).fill([]),
    );
  });
});
