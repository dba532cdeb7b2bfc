import { describe, expect, it } from '@jest/globals';
import { binaryArray } from './binary-array.ts';
import type { ColumnType } from './columns.ts';

const words = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeInt32BE(value, 4 * i));
  return bytes;
};

describe('a Postgres array in binary form', () => {
  it('has a header, then each value with its length; NULL has the length -1', () =>
    expect(binaryArray('text', ['é', null, ''])).toEqual(
      Buffer.concat([words(1, 1, 25, 3, 1), words(2), Buffer.from('é'), words(-1), words(0)]),
    ));

  it('has no dimension when it is empty', () => expect(binaryArray('bigint', [])).toEqual(words(0, 0, 20)));

  it.each([0, 1, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'writes the integer %p in 64 bits',
    (value) => expect(binaryArray('bigint', [value]).readBigInt64BE(24)).toBe(BigInt(value)),
  );

  it('grows with its values, and does not keep them', () => {
    const long = 'é'.repeat(300_000);
    expect(binaryArray('text', ['a', long]).toString('utf8', 29)).toBe(long);
    expect(binaryArray('text', ['a'])).toHaveLength(25);
  });

  it.each<[ColumnType, unknown]>([
    ['text', 1],
    ['text', {}],
    ['bigint', 1.5],
    ['bigint', 2 ** 53],
    ['bigint', '1'],
    ['double precision', '1'],
    ['boolean', 1],
  ])('refuses, as %s, %p', (type, value) => expect(() => binaryArray(type, [value])).toThrow(TypeError));
});
