import { describe, expect, it } from '@jest/globals';
import { Repeats } from './repeats.ts';

const from = (address: string) => ({ who: { subject: null }, from: address });
const anna = { who: { subject: 'anna', role: 'shopper' }, from: '10.0.0.1' };

describe('calls that are refused again and again', () => {
  it('are told so many times, then counted', () => {
    const repeats = new Repeats(2, 10);
    const told = Array.from({ length: 5 }, () => repeats.isTold(from('10.0.0.1')));
    expect(told).toEqual([true, true, false, false, false]);
    expect(repeats.end()).toEqual([{ ...from('10.0.0.1'), leftOut: 3 }]);
  });

  it('are told again in the next window', () => {
    const repeats = new Repeats(1, 10);
    repeats.isTold(from('10.0.0.1'));
    expect(repeats.end()).toEqual([]);
    expect(repeats.isTold(from('10.0.0.1'))).toBe(true);
  });

  it('are those of one client: neither a neighbour’s nor those of somebody known behind the same address', () => {
    const repeats = new Repeats(1, 10);
    expect([from('10.0.0.1'), from('10.0.0.2'), anna, anna].map((one) => repeats.isTold(one))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(repeats.end()).toEqual([{ ...anna, leftOut: 1 }]);
  });

  it('of more clients than are kept are counted together', () => {
    const repeats = new Repeats(1, 2);
    const told = [1, 2, 3, 4, 4].map((n) => repeats.isTold(from(`10.0.0.${n}`)));
    expect(told).toEqual([true, true, false, false, false]);
    expect(repeats.end()).toEqual([{ ...from('elsewhere'), leftOut: 3 }]);
  });
});
