import { expect, it } from '@jest/globals';
import { levelIn, renewed } from './levels.ts';

const level = (productId: string, onHand: number, reserved = 0) => ({
  ...{ productId, onHand, reserved, available: onHand - reserved },
});

it('what is available is what is on hand and not promised', () => {
  expect(levelIn({ productId: 'a', version: 2, onHand: 10, reserved: 3 })).toEqual(level('a', 10, 3));
  expect(levelIn(null)).toBeUndefined();
});

it('a level that comes takes the place of the one before', () => {
  expect(renewed([level('a', 1), level('b', 2)], level('b', 5))).toEqual([level('a', 1), level('b', 5)]);
  expect(renewed([level('a', 1)], level('z', 5))).toEqual([level('a', 1)]);
});
