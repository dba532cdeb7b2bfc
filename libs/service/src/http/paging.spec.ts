import { describe, expect, it } from '@jest/globals';
import { decodeCursor, pageOf } from './paging.ts';

const anyText = () => true;

describe('paging', () => {
  it('says where the next page begins as long as there is one', () => {
    const { items, next } = pageOf(['a', 'b', 'c'], 2, (item) => item);
    expect(items).toEqual(['a', 'b']);
    expect(decodeCursor(next, anyText)).toBe('b');
  });

  it.each([[['a', 'b']], [['a']], [[]]])('ends with %j of 2', (found) =>
    expect(pageOf<string>(found, 2, (item) => item)).toEqual({ items: found }),
  );

  it('begins without a cursor', () => expect(decodeCursor(undefined, anyText)).toBeUndefined());

  it.each([
    '',
    'x',
    '{}',
    ...['[5]', '{"a":1}', '[["a"]]', '["a",{"b":1}]'].map((text) => Buffer.from(text).toString('base64url')),
  ])('refuses the cursor %j', (cursor) =>
    expect(() => decodeCursor(cursor, anyText)).toThrow(expect.objectContaining({ code: 'invalid-cursor' })),
  );
});
