import { describe, expect, it } from '@jest/globals';
import { minorOf, textOf } from './amount.ts';

describe('an amount that somebody typed', () => {
  it.each([
    ['49.50', 'CHF', 4950],
    ['49,5', 'CHF', 4950],
    [' 1 234.05 ', 'EUR', 123405],
    ["1'234'567", 'CHF', 123456700],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['0', 'CHF', 0],
  ])('%j in %s', (text, currency, minor) => expect(minorOf(text, currency)).toBe(minor));

  it.each([
    ['1.005', 'CHF'],
    ['1.5', 'JPY'],
    ['-1', 'CHF'],
    ['1,234.50', 'CHF'],
    ['', 'CHF'],
    ['ten', 'CHF'],
    ['10000000000.01', 'CHF'],
  ])('%j in %s is none', (text, currency) => expect(minorOf(text, currency)).toBeUndefined());

  it.each([
    [4950, 'CHF'],
    [7, 'JPY'],
    [10 ** 12, 'EUR'],
  ])('%d %s is read as it was written', (minor, currency) =>
    expect(minorOf(textOf(minor, currency), currency)).toBe(minor),
  );
});
