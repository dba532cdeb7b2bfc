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
  const remembered = new Remembered<number>(3);
  for (const [i, key] of ['a', 'b', 'c'].entries()) remembered.set(key, i, Infinity);
  remembered.get('a', 0);
  remembered.set('d', 3, Infinity);
  expect(['a', 'b', 'c', 'd'].map((key) => remembered.get(key, 0))).toEqual([0, undefined, 2, 3]);
  for (let i = 0; i < 1_000; i++) remembered.set(`x${i}`, i, Infinity);
  expect(remembered.size).toBe(3);
});

it('forgets everything at once', () => {
  const remembered = new Remembered<number>(3);
  remembered.set('a', 1, Infinity);
  remembered.clear();
  expect(remembered.get('a', 0)).toBeUndefined();
});
