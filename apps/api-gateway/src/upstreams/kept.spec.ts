import { beforeEach, describe, expect, it } from '@jest/globals';
import { kept } from './kept.ts';

let clock: number;
let asked: PromiseWithResolvers<string>[];
let know: () => Promise<string>;

beforeEach(() => {
  [clock, asked] = [0, []];
  know = kept(
    1_000,
    () => {
      const question = Promise.withResolvers<string>();
      asked.push(question);
      return question.promise;
    },
    () => clock,
  );
});

describe('an answer that is kept', () => {
  it('is of one question, however many want it and however long that takes', async () => {
    const first = know();
    clock = 60_000;
    const answers = [first, know(), know()];
    asked[0]!.resolve('a');
    expect(await Promise.all(answers)).toEqual(['a', 'a', 'a']);
    expect(asked).toHaveLength(1);
  });

  it('is asked for again when its time is over, and not before', async () => {
    const first = know();
    asked[0]!.resolve('a');
    await first;
    clock = 999;
    expect(await know()).toBe('a');
    clock = 1_000;
    const second = know();
    asked[1]!.resolve('b');
    expect(await second).toBe('b');
  });

  it('is none when it failed', async () => {
    const first = know();
    asked[0]!.reject(new Error('away'));
    await expect(first).rejects.toThrow('away');
    const second = know();
    asked[1]!.resolve('b');
    expect(await second).toBe('b');
  });
});
