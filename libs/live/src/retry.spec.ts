import { describe, expect, it } from '@jest/globals';
import { backOffMs, heals } from './retry.ts';

describe('coming again', () => {
  it.each([
    [500, 0, true],
    [502, 9, true],
    [503, 9, true],
    [429, 9, true],
    [401, 0, true],
    [401, 1, false],
    [403, 0, false],
    [404, 0, false],
    [400, 0, false],
  ])('after a %d and %d failures before it: %s', (status, failures, again) =>
    expect(heals(status, failures)).toBe(again),
  );

  it('is soon after a stream that ended, and takes its time after failures', () => {
    const most = () => 1;
    expect([0, 1, 2, 3, 9].map((failures) => backOffMs(failures, 2_000, most))).toEqual([
      1_000, 3_000, 6_000, 12_000, 45_000,
    ]);
    expect(backOffMs(0, 2_000, () => 0)).toBe(0);
    expect(backOffMs(9, 2_000, () => 0)).toBe(30_000);
  });

  it('is never sooner than was asked for', () => expect(backOffMs(1, 60_000, () => 0)).toBe(60_000));
});
