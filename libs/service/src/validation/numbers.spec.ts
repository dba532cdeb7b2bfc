import { describe, expect, it } from '@jest/globals';
import { numberFault, numberFromText } from './numbers.ts';

describe('whole numbers', () => {
  it.each([
    [1, undefined],
    [100, undefined],
    [1.0, undefined],
    [0, 'too-small'],
    [-1, 'too-small'],
    [101, 'too-large'],
    [JSON.parse('1e400'), 'too-large'],
    [1.5, 'not-whole'],
    ['5', 'not-a-number'],
    [null, 'not-a-number'],
    [true, 'not-a-number'],
    [[5], 'not-a-number'],
  ])('%j: %s', (value, fault) => expect(numberFault(value, { min: 1, max: 100 })?.split(':')[0]).toBe(fault));

  it.each([
    ['50', 50],
    ['-3', -3],
    ['5.0', '5.0'],
    ['1e3', '1e3'],
    ['', ''],
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ])('out of the query text %j comes %j', (text, value) => expect(numberFromText(text)).toEqual(value));
});
