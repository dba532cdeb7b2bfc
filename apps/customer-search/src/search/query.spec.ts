import { describe, expect, it } from '@jest/globals';
import { searchQuery } from './query.ts';

describe('the search query', () => {
  it('carries what was asked as values, never as SQL', () => {
    const { text, values } = searchQuery('"views"."customers"', ' drop table 108', 20);
    expect(values).toEqual([' drop table 108', 20, ...['% drop%', '% table%', '% 108%', 'drop', 'table', '108']]);
    expect(text).not.toMatch(/drop|108/);
  });

  it('asks for every word once', () =>
    expect(searchQuery('t', ' anna anna', 5).values).toEqual([' anna anna', 5, '% anna%', 'anna']));

  it('numbers its parameters as it gives values', () => {
    const { text, values } = searchQuery('t', ' a b c', 5);
    const numbers = new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
    expect([...numbers].sort()).toEqual(values.map((_, index) => index + 1));
  });
});
