import { describe, expect, it } from '@jest/globals';
import { normalise, textFault } from './text.ts';

const faultOf = (value: unknown, rule = {}) => textFault(normalise(value), { max: 5, ...rule })?.split(':')[0];

describe('text', () => {
  it('has one spelling: composed and trimmed', () => expect(normalise(' Zu\u0308rich\t')).toBe('Zürich'));

  it.each([
    ['Bern', undefined],
    ['  Bern  ', undefined],
    ['Zu\u0308ric', undefined],
    ['😀😀😀😀😀', undefined],
    ['😀😀😀😀😀😀', 'too-long'],
    ['Berne!', 'too-long'],
    ['', 'empty'],
    [' \n ', 'empty'],
    ['\u200b\u202e', 'empty'],
    ['a\u0000b', 'control-character'],
    ['a\nb', 'control-character'],
    ['a\u2028b', 'control-character'],
    ['a\u0085b', 'control-character'],
    ['\ud800', 'not-unicode'],
    ['a\udc00b', 'not-unicode'],
    [5, 'not-a-string'],
    [null, 'not-a-string'],
    [['a'], 'not-a-string'],
    ["';--", undefined],
  ])('%j: %s', (value, fault) => expect(faultOf(value)).toBe(fault));

  it('of several lines may have line breaks, but no NUL', () => {
    expect(faultOf('a\nb', { lines: true })).toBeUndefined();
    expect(faultOf('a\u0000b', { lines: true })).toBe('control-character');
  });

  it('can be held to a pattern', () => expect(faultOf('ch', { pattern: /^[A-Z]{2}$/ })).toBe('wrong-format'));
});
