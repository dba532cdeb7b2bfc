import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalise, patternOf, textFault, type TextRule } from './text.ts';

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
    expect(faultOf('\u200b\n\u00ad', { lines: true })).toBe('empty');
  });

  it('can be held to a pattern', () => expect(faultOf('ch', { pattern: /^[A-Z]{2}$/ })).toBe('wrong-format'));

  it.each<[string, TextRule]>([
    ['a line', { max: 5 }],
    ['several lines', { max: 5, lines: true }],
    ['perhaps nothing', { min: 0, max: 5, lines: true }],
    ['a pattern', { max: 5, pattern: /^[A-Z]{2}$/ }],
  ])('of %s is what the pattern in OpenAPI matches', (_, rule) => {
    const pattern = new RegExp(patternOf(rule), 'u');
    const strange = fc.constantFrom(' ', '\u200b', '\u00ad', '\n', '\u0000', '\u2028', '\u0085', '\u00a0', 'a', 'Z');
    const letter = fc.oneof(strange, fc.string({ unit: 'grapheme', maxLength: 1 }));
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 5 }), (letters) => {
        const text = normalise(letters.join('')) as string;
        const long = [...text].length > rule.max;
        expect(textFault(text, rule) === undefined).toBe(pattern.test(text) && !long);
      }),
      { numRuns: 500 },
    );
  });
});
