import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from './facts.ts';
import { judge, type RuleName, RULES } from './judge.ts';
import { breachesOf } from './report.ts';
import { lives } from './test/life.ts';
import { compacted, lived } from './test/lived.ts';
import type { Plant } from './test/plants/plant.ts';
import { PLANTS } from './test/plants/plants.ts';
import { zombies } from './test/plants/zombies.ts';

describe('a world in which every law holds', () => {
  it('has no breach', () =>
    fc.assert(fc.property(lives, (life) => expect(breachesOf(judge(lived(life)))).toEqual([]))));

  it('has none after compaction either, tombstones there or gone', () =>
    fc.assert(
      fc.property(lives, fc.boolean(), (life, keep) =>
        expect(breachesOf(judge(compacted(lived(life), keep)))).toEqual([]),
      ),
    ));
});

describe('the checker sees', () => {
  it.each(Object.entries(PLANTS))('%s', (_, plant) => isSeen(plant, (facts) => facts));
});

describe('after compaction the checker sees', () => {
  it.each(Object.entries(zombies))('%s', (_, plant) => isSeen(plant, (facts) => compacted(facts, true)));
});

it('has a plant for each of its rules', () => {
  const seen = new Set([...Object.values(PLANTS), ...Object.values(zombies)].flatMap(({ seenBy }) => seenBy));
  expect(Object.keys(RULES).filter((name) => !seen.has(name as RuleName))).toEqual([]);
});

/** In any life that has something to go wrong in this way. */
function isSeen({ seenBy, plant }: Plant, found: (facts: Facts) => Facts): void {
  let planted = 0;
  fc.assert(
    fc.property(lives, fc.nat(100), (life, n) => {
      const facts = found(copy(lived(life)));
      fc.pre(plant(facts, n));
      planted++;
      const { checks } = judge(facts);
      expect(checks.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name)).toEqual(
        expect.arrayContaining(seenBy),
      );
    }),
    { numRuns: 15 },
  );
  expect(planted).toBeGreaterThan(0);
}

/** Without what the shop in memory shares between its log and its tables. */
const copy = (facts: Facts): Facts => JSON.parse(JSON.stringify(facts)) as Facts;
