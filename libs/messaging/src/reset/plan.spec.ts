import { describe, expect, it } from '@jest/globals';
import { moveTo, replayUntilAfter } from './plan.ts';
import type { Target } from './reset.ts';

const log = { partition: 3, low: 10, high: 50 };
const at = (next: number, replayUntil = 0) => ({ partition: 3, next, replayUntil });
const to = (target: Target, next = 40, time = new Map<number, number>()) => moveTo(target, at(next), log, time);

describe('a move', () => {
  it.each<[Target, number]>([
    ['beginning', 10],
    ['end', 50],
    [{ offset: 10 }, 10],
    [{ offset: 50 }, 50],
    [{ offset: 33 }, 33],
  ])('to %j goes to %d', (target, offset) => expect(to(target).to).toBe(offset));

  it('to a time goes to its first message, to the end where there is none, and never before the log', () => {
    const time: Target = { time: new Date(0) };
    expect(
      [[3, 20] as const, [1, 20] as const, [3, 5] as const].map((found) => to(time, 40, new Map([found])).to),
    ).toEqual([20, 50, 10]);
  });

  it.each([9, 51])('to %d is refused: the log does not have it', (offset) =>
    expect(() => to({ offset })).toThrow(`partition 3 has the offsets 10 to 50, not ${offset}`),
  );

  it('counts what is handled again and what is skipped, as far as the log has it', () => {
    expect(to({ offset: 15 })).toEqual({ partition: 3, from: 40, to: 15, again: 25, skipped: 0 });
    expect(to('end')).toMatchObject({ again: 0, skipped: 10 });
    expect(to('beginning', 4)).toMatchObject({ from: 4, to: 10, again: 0, skipped: 6 });
    expect(to('beginning', 90)).toMatchObject({ from: 90, to: 10, again: 40, skipped: 0 });
  });
});

describe('what counts as handled after a move', () => {
  const after = (target: Target, next: number, replayUntil = 0) =>
    replayUntilAfter(to(target, next), at(next, replayUntil), log);

  it('back: all that was behind the position, or behind any before it', () => {
    expect(after('beginning', 40)).toBe(40);
    expect(after('beginning', 20, 40)).toBe(40);
  });
  it('ahead: what did before', () => {
    expect(after('end', 40)).toBe(0);
    expect(after('end', 20, 30)).toBe(30);
  });
  it('in a log that ends before the position: what it has now, and nothing that comes after', () => {
    expect(after('beginning', 90)).toBe(50);
    expect(after('end', 90, 90)).toBe(50);
  });
});
