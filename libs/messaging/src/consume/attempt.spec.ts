import { describe, expect, it } from '@jest/globals';
import { type Attempt, backOff, concerning, takeable } from './attempt.ts';

const attempt = (tries: number, from = 0, to = 999): Attempt => ({ from, to, tries, history: [] });
const offsets = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + index);

describe('how many messages are tried together', () => {
  it('is as many as there are, or as the last failure allows', () => {
    expect(takeable(offsets(5_000), Infinity, undefined)).toBe(5_000);
    expect(takeable(offsets(5_000), 8, undefined)).toBe(8);
  });

  it('is few after one death of the process, and one after two', () => {
    expect(takeable(offsets(1_000), Infinity, attempt(1))).toBe(64);
    expect(takeable(offsets(1_000), Infinity, attempt(2))).toBe(1);
    expect(takeable(offsets(1_000), Infinity, attempt(3))).toBe(1);
  });

  it('never reaches beyond the messages that were tried before', () => {
    expect(takeable(offsets(10), Infinity, attempt(1, 0, 3))).toBe(4);
    expect(takeable([0, 2, 7, 8], Infinity, attempt(1, 0, 3))).toBe(2);
  });
});

describe('an attempt that is found', () => {
  it('counts only at its position', () => {
    expect(concerning(attempt(1, 7), 7)).toBeDefined();
    expect(concerning(attempt(1, 7), 8)).toBeUndefined();
    expect(concerning(undefined, 8)).toBeUndefined();
  });
});

describe('waiting for what is away', () => {
  it('grows to five seconds, give or take', () => {
    const waits = [1, 2, 3, 10, 1_000].map((failures) => backOff(failures, () => 0.5));
    expect(waits).toEqual([100, 200, 400, 5_000, 5_000]);
    expect(backOff(10, () => 0)).toBe(3_750);
  });
});
