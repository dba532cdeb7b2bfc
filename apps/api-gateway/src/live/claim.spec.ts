import { describe, expect, it } from '@jest/globals';
import { claimed, topicsAhead } from './claim.ts';

const NOW = 1_800_000_000_000;
const DAY_MS = 86_400_000;
const known = {
  tags: new Map([
    ['order', 'aaaaaaaaaaaa'],
    ['stock', 'bbbbbbbbbbbb'],
  ]),
  head: new Map([
    ['order', [120_000, 120_000]],
    ['stock', [5]],
  ]),
  now: NOW,
};
const orders = (...offsets: number[]) => new Map([['aaaaaaaaaaaa', offsets]]);
const claim = (positions: Map<string, number[]>, { at = NOW, topics = ['order'] } = {}) =>
  claimed({ at, positions }, topics, known);

describe('what a cursor claims', () => {
  it('is where each partition of the wanted topics is', () =>
    expect(claim(orders(119_999, 120_000))).toEqual(new Map([['order', [119_999, 120_000]]])));

  it('holds for a day: then a deletion may be missed', () => {
    expect(claim(orders(120_000, 120_000), { at: NOW - DAY_MS })).toBeInstanceOf(Map);
    expect(claim(orders(120_000, 120_000), { at: NOW - DAY_MS - 1 })).toBe('too-old');
  });

  it('may be 100,000 records behind, in all partitions together', () => {
    expect(claim(orders(70_000, 70_000))).toBeInstanceOf(Map);
    expect(claim(orders(70_000, 69_999))).toBe('too-far');
  });

  it('is not made up for by what other partitions are ahead', () => expect(claim(orders(0, 200_000))).toBe('too-far'));

  it.each([
    ['of a topic that was created again', new Map([['cccccccccccc', [0, 0]]])],
    ['of another number of partitions', orders(120_000)],
  ])('is nothing %s', (_, positions) => expect(claim(positions)).toBe('unknown-topic'));

  it('is nothing of a topic that is wanted only now', () =>
    expect(claim(orders(120_000, 120_000), { topics: ['order', 'stock'] })).toBe('unknown-topic'));

  it('may be ahead of this gateway', () => {
    const mine = new Map([...known.head, ['order', [120_000, 120_001]]]);
    expect(topicsAhead(mine, known.head)).toEqual(['order']);
    expect(topicsAhead(known.head, known.head)).toEqual([]);
  });
});
