import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from './judge.ts';
import { breachesOf } from './report.ts';
import { lives } from './test/life.ts';
import { compacted, lived } from './test/lived.ts';

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
