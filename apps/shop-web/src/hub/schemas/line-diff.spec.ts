import { describe, expect, it } from '@jest/globals';
import { diffLines, sideBySide } from './line-diff.ts';

const lines = (text: string): string[] => text.split('');
const shown = (before: string, after: string): string =>
  diffLines(lines(before), lines(after))
    .map(({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text)
    .join('');

describe('a difference of lines', () => {
  it.each([
    ['abc', 'abc', ' a b c'],
    ['abc', 'axc', ' a-b+x c'],
    ['', 'ab', '+a+b'],
    ['ab', '', '-a-b'],
    ['abcabba', 'cbabac', '-a-b c-a b+a b a+c'],
  ])('of %j and %j is %j', (before, after, expected) => expect(shown(before, after)).toBe(expected));

  it('numbers the lines of each side', () =>
    expect(diffLines(lines('ab'), lines('xb'))).toEqual([
      { kind: 'removed', text: 'a', before: 1 },
      { kind: 'added', text: 'x', after: 1 },
      { kind: 'same', text: 'b', before: 2, after: 2 },
    ]));

  it('stands in two columns, what was put in the place of another beside it', () =>
    expect(
      sideBySide(diffLines(lines('abc'), lines('xyc'))).map(({ left, right }) => [left?.text, right?.text]),
    ).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'c'],
    ]));
});
