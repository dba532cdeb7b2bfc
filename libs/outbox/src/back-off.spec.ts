import { expect, it } from '@jest/globals';
import { backOff } from './back-off.ts';

it('waits twice as long after each failure, up to 2 s, give or take half', () => {
  const middle = () => 0.5;
  expect([1, 2, 3, 4, 5, 6, 100].map((failures) => backOff(failures, middle))).toEqual([
    100, 200, 400, 800, 1_600, 2_000, 2_000,
  ]);
  expect([0, 1].map((random) => backOff(1, () => random))).toEqual([50, 150]);
});
