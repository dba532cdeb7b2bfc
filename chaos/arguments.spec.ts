import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';
import { readArguments } from './arguments.ts';

describe('the command line', () => {
  it('may say nothing', () =>
    expect(readArguments([])).toEqual({
      ...{ minutes: 3, seed: 7, compaction: 'held', rate: 12, portOffset: 9_500, only: undefined },
      folder: join(root, '.results/chaos/7'),
    }));

  it('says how long, by which plan, and how the log is compacted', () =>
    expect(readArguments('--minutes 0.5 --seed 8 --compaction aggressive --rate 3'.split(' '))).toMatchObject({
      ...{ minutes: 0.5, seed: 8, compaction: 'aggressive', rate: 3 },
    }));

  it('may send the result elsewhere', () =>
    expect(readArguments(['--to', '.results/x']).folder).toBe(join(root, '.results/x')));

  it.each([
    ['--minutes long', '--minutes takes a number'],
    ['--seed 1.5', '--seed takes a whole number'],
    ['--compaction never', '--compaction is held or aggressive'],
    ['--sead 1', 'sead'],
  ])('%s is refused', (line, reason) => expect(() => readArguments(line.split(' '))).toThrow(reason));
});
