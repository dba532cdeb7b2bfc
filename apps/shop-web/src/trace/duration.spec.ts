import { expect, it } from '@jest/globals';
import { durationIn } from './duration.ts';

it.each([
  [0, 0, 'millisecond'],
  [999, 999, 'millisecond'],
  [1_500, 1.5, 'second'],
  [90_000, 1.5, 'minute'],
  [7_200_000, 2, 'hour'],
  [259_200_000, 3, 'day'],
])('%d ms are %d %ss', (ms, value, unit) => expect(durationIn(ms)).toEqual({ value, unit }));
