import { describe, expect, it } from '@jest/globals';
import { sizeAfterSuccess } from './pace.ts';

describe('how many messages are taken together', () => {
  it.each([
    ['twice as many, while they go fast', 500, 500, 20, 1_000],
    ['what ends within 5 s, when they are slow', 500, 500, 10_000, 250],
    ['one, when a single one takes longer', 1, 1, 9_000, 1],
    ['no fewer where there was nothing to handle', 500, 0, 3, 1_000],
    ['what a few slow ones tell', 4_000, 10, 1_000, 50],
    ['what no clock has measured', 8, 3, 0, 16],
  ])('%s', (_what, size, messages, ms, next) => expect(sizeAfterSuccess(size, messages, ms)).toBe(next));
});
