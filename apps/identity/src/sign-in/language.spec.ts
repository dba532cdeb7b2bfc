import { expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

it.each([
  [undefined, undefined, 'en'],
  [undefined, 'de-CH, en;q=0.8', 'de'],
  [undefined, 'en;q=0.5, de;q=0.9', 'de'],
  [undefined, 'fr-CH, fr;q=0.9, DE;q=0.4', 'de'],
  [undefined, 'de;q=0, en;q=0.1', 'en'],
  [undefined, 'tlh', 'en'],
  [undefined, ';;q=,,', 'en'],
  ['de', 'en', 'de'],
  ['fr-CH de-CH en', 'en', 'de'],
  ['fr', 'de', 'de'],
  [['de'], 'en', 'en'],
])('ui_locales %j and Accept-Language %j give %s', (uiLocales, header, language) =>
  expect(languageOf(uiLocales, header)).toBe(language),
);
