import { beforeEach, describe, expect, it } from '@jest/globals';
import { Behind } from './behind.ts';

const sight = (next: number, end: number, partition = 0) => ({ partition, next, end });
const nothing = new Map<number, number>();
let behind: Behind;

beforeEach(() => void (behind = new Behind()));

describe('how long a subscription is behind', () => {
  it('is nothing at the end of the log, however long ago the last message was', () => {
    behind.look([sight(5, 5)], 1_000);
    expect(behind.ms([sight(5, 5)], new Map([[0, 10]]), 90_000)).toBe(0);
  });

  it('counts from when the end was last reached: a quiet topic is not an old one', () => {
    behind.look([sight(5, 5)], 50_000);
    behind.look([sight(5, 6)], 52_000);
    expect(behind.ms([sight(5, 6)], new Map([[0, 10]]), 53_000)).toBe(3_000);
  });

  it('counts from what was handled last when it works off a backlog', () => {
    behind.begin(new Map([[0, 1_000]]));
    behind.look([sight(5, 100)], 90_000);
    expect(behind.ms([sight(6, 100)], new Map([[0, 30_000]]), 90_000)).toBe(60_000);
  });

  it('goes on counting over a restart, from when the position moved', () => {
    behind.begin(new Map([[0, 10_000]]));
    behind.look([sight(5, 6)], 70_000);
    expect(behind.ms([sight(5, 6)], nothing, 75_000)).toBe(65_000);
  });

  it('begins with the first look where nothing is known', () => {
    behind.look([sight(0, 6)], 70_000);
    expect(behind.ms([sight(0, 6)], nothing, 71_000)).toBe(1_000);
  });

  it('is that of the partition that is furthest behind', () => {
    behind.look([sight(1, 1), sight(2, 2, 1)], 10_000);
    behind.look([sight(1, 2), sight(2, 2, 1)], 20_000);
    expect(behind.ms([sight(1, 2), sight(2, 3, 1)], nothing, 30_000)).toBe(20_000);
  });

  it('is never negative, whatever the clock of the writer says', () =>
    expect(behind.ms([sight(1, 2)], new Map([[0, 99_000]]), 30_000)).toBe(0));
});
