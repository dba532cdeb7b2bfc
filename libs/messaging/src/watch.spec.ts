import { describe, expect, it } from '@jest/globals';
import { hasPassed, lagOf, StuckWatch } from './watch.ts';

const sight = (next: number, end: number, partition = 0) => ({ partition, next, end });

describe('lag', () => {
  it('is the sum over partitions', () => expect(lagOf([sight(3, 5), sight(9, 9, 1), sight(2, 1, 2)])).toBe(2));
});

describe('caught up', () => {
  it('means that every partition has passed where it ended at the start', () => {
    const targets = new Map([
      [0, 5],
      [1, 0],
    ]);
    expect(hasPassed(targets, new Map([[0, 4]]))).toBe(false);
    expect(hasPassed(targets, new Map([[0, 6]]))).toBe(true);
    expect(hasPassed(new Map([[0, 1]]), new Map())).toBe(false);
  });
});

describe('stuck', () => {
  it('is a partition that has something to read and has not moved for the time', () => {
    const watch = new StuckWatch(60);
    expect(watch.look([sight(3, 5)], 0)).toBeUndefined();
    expect(watch.look([sight(3, 5)], 59)).toBeUndefined();
    expect(watch.look([sight(3, 5), sight(1, 1, 1)], 60)).toEqual(sight(3, 5));
  });

  it('is none that moves, has nothing to read, or began to have only now', () => {
    const watch = new StuckWatch(60);
    watch.look([sight(3, 5), sight(9, 9, 1)], 0);
    expect(watch.look([sight(4, 5), sight(9, 9, 1)], 100)).toBeUndefined();
    expect(watch.look([sight(4, 5), sight(9, 10, 1)], 159)).toBeUndefined();
  });

  it('is none while something is away', () => {
    const watch = new StuckWatch(60);
    watch.look([sight(3, 5)], 0);
    watch.excuse();
    expect(watch.look([sight(3, 5)], 100)).toBeUndefined();
  });
});
