import { describe, expect, it } from '@jest/globals';
import { follow, LIMIT, nothingYet, type Tail } from './tail.ts';

const arrive = (tail: Tail<number>, ...records: number[]) => follow(tail, { type: 'arrived', records });

describe('the tail of a topic', () => {
  it('shows the newest first', () => expect(arrive(arrive(nothingYet, 1, 2), 3).shown).toEqual([3, 2, 1]));

  it('holds back what comes while paused, and shows it when it goes on', () => {
    const paused = arrive(follow(arrive(nothingYet, 1), { type: 'paused' }), 2, 3);
    expect(paused).toMatchObject({ shown: [1], held: [3, 2] });
    expect(follow(paused, { type: 'resumed' })).toMatchObject({ shown: [3, 2, 1], held: [], paused: false });
  });

  it('keeps so many and counts what it lets go, paused or not', () => {
    const many = Array.from({ length: LIMIT + 2 }, (_, index) => index);
    const full = arrive(nothingYet, ...many);
    expect([full.shown.length, full.shown[0], full.dropped]).toEqual([LIMIT, LIMIT + 1, 2]);
    const held = arrive(follow(nothingYet, { type: 'paused' }), ...many);
    expect([held.held.length, held.dropped]).toEqual([LIMIT, 2]);
  });

  it('stays paused when it is emptied', () =>
    expect(follow(arrive(follow(nothingYet, { type: 'paused' }), 1), { type: 'cleared' })).toEqual({
      ...nothingYet,
      paused: true,
    }));
});
