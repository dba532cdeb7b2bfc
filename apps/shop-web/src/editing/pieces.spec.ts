import { describe, expect, it } from '@jest/globals';
import { piecesIn } from './pieces.ts';

const MOST = 1_000_000;

describe('pieces that somebody typed', () => {
  it.each([
    ['1', 1],
    [' 24 ', 24],
    ['007', 7],
    ['1 500', 1_500],
    ["1'000'000", 1_000_000],
    ['12’000', 12_000],
  ])('%j', (text, pieces) => expect(piecesIn(text, MOST)).toBe(pieces));

  it.each([
    ...['', ' ', '0', '-4', '+4', '1.5', '1,5', '1,500', '1.500', '1e3', '0x10', 'ten', '12 pieces', '−4'],
    ...['1 5', "1'50", "1 000'000", '1000 000', '１２', 'NaN', 'Infinity', '1000001', '9'.repeat(400)],
  ])('%j is none', (text) => expect(piecesIn(text, MOST)).toBeUndefined());
});
