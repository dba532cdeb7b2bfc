import { describe, expect, it } from '@jest/globals';
import { perSecond } from './rate.ts';
import { KEPT_MS, type Sample, withSample } from './sample.ts';

const sampleAt = (seconds: number): Sample => ({ since: seconds * 1_000, at: seconds * 1_000, services: new Map() });
const counting = (...counts: [seconds: number, count: number | undefined][]) => {
  const samples = counts.map(([seconds]) => sampleAt(seconds));
  const byTime = new Map(counts.map(([seconds, count]) => [seconds * 1_000, count]));
  return (last = samples.length - 1) => perSecond(samples, last, ({ at }) => byTime.get(at));
};

describe('a rate', () => {
  it('is the growth over the last ten seconds', () => {
    expect(counting([0, 0], [100, 1_000], [105, 1_010], [110, 1_040])()).toBe(4);
  });

  it('is that since a counter began anew', () => {
    expect(counting([0, 900], [2, 10], [4, 30])()).toBe(10);
    expect(counting([0, 900], [2, 10])()).toBeNull();
  });

  it('is not known from one sample alone, nor when the counter is not', () => {
    expect(counting([0, 7])()).toBeNull();
    expect(counting([0, 7], [2, undefined])()).toBeNull();
    expect(counting([0, 7], [60, 9])()).toBeNull();
  });

  it('leaps over a moment when nobody answered', () => expect(counting([0, 0], [2, undefined], [4, 8])()).toBe(2));
});

it('samples older than a quarter of an hour go, and there are never too many', () => {
  const last = KEPT_MS / 1_000 + 1;
  expect(withSample([sampleAt(0), sampleAt(2)], sampleAt(last)).map(({ at }) => at / 1_000)).toEqual([2, last]);
  let many: Sample[] = [];
  for (let each = 0; each < 3_000; each++) many = withSample(many, sampleAt(each / 10));
  expect(many).toHaveLength(2_000);
});
