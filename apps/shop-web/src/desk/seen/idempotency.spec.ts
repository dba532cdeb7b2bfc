import { expect, it } from '@jest/globals';
import { createKeys } from './idempotency.ts';

it('the same body has the same key until it is done', () => {
  let count = 0;
  const keys = createKeys(() => `key-${++count}`);
  expect([keys.keyFor({ a: 1 }), keys.keyFor({ a: 1 }), keys.keyFor({ a: 2 })]).toEqual(['key-1', 'key-1', 'key-2']);
  keys.done();
  expect(keys.keyFor({ a: 2 })).toBe('key-3');
});
