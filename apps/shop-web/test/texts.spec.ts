import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const i18n = join(import.meta.dirname, '../src/i18n');
const files = readdirSync(join(i18n, 'en'));

type Texts = { [key: string]: string | Texts };

const read = (language: string, file: string) => JSON.parse(readFileSync(join(i18n, language, file), 'utf8')) as Texts;

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const placeholders = (text: string): string[] => (text.match(/\{\{\w+/g) ?? []).sort();

describe('the two languages', () => {
  it('have the same files', () => expect(readdirSync(join(i18n, 'de')).sort()).toEqual(files.sort()));

  it.each(files)('say the same things in %s, with the same words to fill in', (file) => {
    const [en, de] = [new Map(flat(read('en', file))), new Map(flat(read('de', file)))];
    expect([...de.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of en) expect([key, placeholders(de.get(key)!)]).toEqual([key, placeholders(text)]);
  });

  it.each(files)('leave nothing empty in %s', (file) => {
    const texts = [...flat(read('en', file)), ...flat(read('de', file))];
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('every problem of the services has an answer for people', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/problems.md'), 'utf8');
  const codes = [...page.matchAll(/^- `([a-z-]+)`:/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code! in read('en', 'problems.json')))).toEqual([]);
});
