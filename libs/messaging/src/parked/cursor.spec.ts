import { describe, expect, it } from '@jest/globals';
import { cursorOf, idOf, placeOf } from './cursor.ts';
import { BadCursor } from './errors.ts';

const word = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a cursor', () => {
  it('gives back the place it was made of', () => {
    const place = { subscription: 'views.customers-1a', topic: 'customer', partition: 5, offset: 4711 };
    expect(placeOf(cursorOf(place))).toEqual(place);
  });

  it.each([
    '',
    'nonsense',
    word('text'),
    word(['s', 't', 1]),
    word(['s', 't', -1, 1]),
    word(['s', 't', 2 ** 31, 1]),
    word(['s', 't', 1, 0.5]),
    word(['s', 't\0', 1, 1]),
    word([{}, 't', 1, 1]),
  ])('that nobody gave is refused: %s', (cursor) => expect(() => placeOf(cursor)).toThrow(BadCursor));

  it.each(['', '-1', '1e9', '1234567890123456', "1'"])('of the audit is a number, not %s', (cursor) =>
    expect(() => idOf(cursor)).toThrow(BadCursor),
  );
});
