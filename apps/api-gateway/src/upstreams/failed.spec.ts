import { describe, expect, it } from '@jest/globals';
import { Failed, type How, isFault, mayRepeat } from './failed.ts';

const repeated = (how: How, isSafe: boolean) => {
  let attempts = 1;
  while (mayRepeat(new Failed(how, ''), isSafe, attempts)) attempts++;
  return attempts;
};

describe('a call that came to nothing', () => {
  it.each<[How, number, number]>([
    ['unreachable', 3, 3],
    ['resting', 3, 1],
    ['lost', 2, 1],
    ['silent', 1, 1],
  ])('%s is made %i times at most when it is safe, %i when not', (how, safe, unsafe) =>
    expect([repeated(how, true), repeated(how, false)]).toEqual([safe, unsafe]),
  );

  it('speaks against the instance, unless that said so itself, or it was somebody else', () => {
    expect((['unreachable', 'lost', 'silent', 'resting'] as const).map((how) => isFault(new Failed(how, '')))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isFault(new Error('the client has gone'))).toBe(false);
  });
});
