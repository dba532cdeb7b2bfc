import { describe, expect, it } from '@jest/globals';
import { duration, short, table } from './table.ts';

describe('a table', () => {
  it('lines up: text to the left, numbers to the right, nothing behind the last', () =>
    expect(
      table(
        ['key', 'lag', ''],
        [
          ['Zoë', 7, ''],
          ['a', 1_200, 'replaying'],
        ],
      ),
    ).toBe(['key   lag', 'Zoë     7', 'a    1200  replaying'].join('\n')));

  it('of nothing has a head', () => expect(table(['key', 'lag'], [])).toBe('key  lag'));
});

describe('a text from a message', () => {
  it('tells the terminal nothing', () => expect(short('a\u001b[2J\nb\u202ec')).toBe('a·[2J·b·c'));
  it('is cut where it is long', () => expect(short('ä'.repeat(61))).toBe(`${'ä'.repeat(59)}…`));
  it('may be none', () => expect(short(null)).toBe('–'));
});

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [59_000, '59 s'],
  [3_600_000, '1 h'],
  [200_000_000, '2 d'],
])('%d ms are %s', (ms, text) => expect(duration(ms)).toBe(text));
