import { expect, it } from '@jest/globals';
import { Remembered } from './remembered.ts';

it('gives what was set until its time is over', () => {
  const remembered = new Remembered<string>(2);
  remembered.set('a', 'anna', 1_000);
  expect([remembered.get('a', 999), remembered.get('a', 1_000), remembered.get('a', 0)]).toEqual([
    'anna',
    undefined,
    undefined,
  ]);
});

it('keeps those that were used last, however many there were', () => {
  const remembered = new Remembered<number>(4);
  remembered.set('a', 0, Infinity);
  for (let i = 0; i < 1_000; i++) {
    remembered.set(`x${i}`, i, Infinity);
    expect(remembered.get('a', 0)).toBe(0);
    expect(remembered.get(`x${Math.max(0, i - 1)}`, 0)).toBe(Math.max(0, i - 1));
    expect(remembered.size).toBeLessThanOrEqual(8);
  }
  expect(remembered.get('x0', 0)).toBeUndefined();
});

it('forgets everything at once', () => {
  const remembered = new Remembered<number>(3);
  remembered.set('a', 1, Infinity);
  remembered.clear();
  expect(remembered.get('a', 0)).toBeUndefined();
});
