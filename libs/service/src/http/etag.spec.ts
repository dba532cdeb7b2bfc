import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '../problems/refusal.ts';
import { checkVersion, isUnchanged, parseIfMatch, requireIfMatch } from './etag.ts';

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as Refusal).code;
  }
  return undefined;
};

describe('If-Match', () => {
  it.each([
    ['"7"', [7]],
    ['"6", "7"', [6, 7]],
    ['W/"7"', []],
    ['"something-else"', []],
    ['"7", W/"8", "x"', [7]],
  ])('%s allows the versions %j', (header, versions) => expect(parseIfMatch(header)).toEqual(new Set(versions)));

  it('* allows any', () => expect(parseIfMatch(' * ')).toBe('any'));

  it.each(['7', '', '"7', 'W7', '"7" "8"', '\u0000'])('%j is no such header', (header) =>
    expect(codeOf(() => parseIfMatch(header))).toBe('invalid-header'),
  );

  it('is asked for where it is needed', () =>
    expect(codeOf(() => requireIfMatch(undefined))).toBe('if-match-required'));

  it('lets only the read version be replaced', () => {
    expect(codeOf(() => checkVersion(new Set([6]), 7))).toBe('version-conflict');
    for (const allowed of [new Set([6, 7]), 'any' as const, undefined])
      expect(codeOf(() => checkVersion(allowed, 7))).toBeUndefined();
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"7"', true],
    ['W/"7"', true],
    ['"6", "7"', true],
    ['*', true],
    ['"6"', false],
    [undefined, false],
  ])('%s at version 7: unchanged is %s', (header, unchanged) => expect(isUnchanged(header, 7)).toBe(unchanged));
});
