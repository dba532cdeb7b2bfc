import { describe, expect, it } from '@jest/globals';
import { formatsFor, localeFor } from './format.ts';

/** Which space and which apostrophe it is depends on the version of ICU. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

describe('money', () => {
  it('has as many digits as its currency', () => {
    const { money } = formatsFor('en-GB');
    expect(plain(money({ amountMinor: 1250, currency: 'CHF' }))).toBe('CHF 12.50');
    expect(plain(money({ amountMinor: 1250, currency: 'JPY' }))).toBe('JP¥1,250');
    expect(plain(money({ amountMinor: 1250, currency: 'KWD' }))).toBe('KWD 1.250');
  });

  it('is written as the region writes it', () => {
    expect(plain(formatsFor('de-CH').money({ amountMinor: 123456700, currency: 'CHF' }))).toBe("CHF 1'234'567.00");
    expect(plain(formatsFor('de-DE').money({ amountMinor: 123456, currency: 'EUR' }))).toBe('1.234,56 €');
  });
});

it('takes the region from the browser where it speaks the language', () => {
  expect(localeFor('de', ['fr-CH', 'de-AT', 'de'])).toBe('de-AT');
  expect(localeFor('de', ['en-US', 'de'])).toBe('de-CH');
  expect(localeFor('en', ['de-CH'])).toBe('en-GB');
});
