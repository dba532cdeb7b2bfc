import { expect, it } from '@jest/globals';
import { keyring } from './keyring.ts';

it('the same body has the same key, another body another', () => {
  let count = 0;
  const keyOf = keyring(() => `key-${++count}`);
  expect([keyOf({ a: 1 }), keyOf({ a: 2 }), keyOf({ a: 1 })]).toEqual(['key-1', 'key-2', 'key-1']);
});
