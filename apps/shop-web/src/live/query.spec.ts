import { expect, it } from '@jest/globals';
import { addressOf } from './query.ts';

it('one question has one address', () => {
  expect(addressOf({ topics: ['stock', 'product'] })).toBe(addressOf({ topics: ['product', 'stock'] }));
  expect(addressOf({ topics: ['order'], keys: ['b', 'a'], order: 'o1' })).toBe(
    '/api/live?topics=order&key=a&key=b&order=o1',
  );
});
