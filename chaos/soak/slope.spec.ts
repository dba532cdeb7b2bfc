import { describe, expect, it } from '@jest/globals';
import { growthOf } from './slope.ts';

const every10s = (mb: (minute: number) => number, minutes = 30) =>
  Array.from({ length: minutes * 6 }, (_, n) => ({ at: n * 10, mb: mb(n / 6) }));

describe('the growth of a process', () => {
  it('is the slope of its memory, per hour', () =>
    expect(growthOf(every10s((minute) => 100 + minute))!.slope).toBeCloseTo(60));

  it('leaves out what it takes at first', () =>
    expect(growthOf(every10s((minute) => (minute < 5 ? 20 * minute : 100)))).toMatchObject({
      slope: 0,
      first: 100,
      last: 100,
    }));

  it('is none when memory goes up and down', () =>
    expect(Math.abs(growthOf(every10s((minute) => 100 + 20 * Math.sin(20 * minute)))!.slope)).toBeLessThan(5));

  it('knows the highest, warm-up or not', () => expect(growthOf(every10s((minute) => 200 - minute))!.max).toBe(200));

  it('needs two looks', () => expect(growthOf([{ at: 0, mb: 5 }])).toBeUndefined());
});
