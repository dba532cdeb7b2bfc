import { describe, expect, it } from '@jest/globals';
import { decodeToken, encodeToken, mergeSeen } from './token.ts';

const peter = { topic: 'customer', key: 'peter', version: 3 };
const lamp = { topic: 'product', key: 'lamp', version: 1 };

describe('a Consistency-Token', () => {
  it('says what was seen', () => expect(decodeToken(encodeToken([peter, lamp]))).toEqual([peter, lamp]));

  it('is fit for a header', () => expect(encodeToken([peter, lamp])).toMatch(/^[\w-]+$/));

  it('keeps the highest version of each thing', () =>
    expect(mergeSeen([peter, { ...peter, version: 5 }, lamp, { ...peter, version: 4 }])).toEqual([
      { ...peter, version: 5 },
      lamp,
    ]));

  it('may be joined to others by commas', () =>
    expect(decodeToken(`${encodeToken([peter])}, ${encodeToken([lamp])}`)).toEqual([peter, lamp]));

  it.each([
    '',
    'x',
    Buffer.from('[["a","b"]]').toString('base64url'),
    Buffer.from('[["a","b\\u0000",1]]').toString('base64url'),
    Buffer.from('[["a","b",1.5]]').toString('base64url'),
    Buffer.from('[["a","b",-1]]').toString('base64url'),
    Buffer.from('[["a","\\ud800",1]]').toString('base64url'),
    encodeToken(Array.from({ length: 101 }, (_, i) => ({ ...peter, key: `${i}` }))),
  ])('refuses %s', (token) =>
    expect(() => decodeToken(token)).toThrow(expect.objectContaining({ code: 'invalid-header' })),
  );
});
