import { describe, expect, it } from '@jest/globals';
import type { Product } from '../../api/bodies.ts';
import { categoriesIn, MOST_PAGES } from './categories.ts';

const product = (category: string): Product => ({
  ...{ productId: category, version: 1, name: category, category, description: '' },
  price: { amountMinor: 1, currency: 'CHF' },
});

/** Pages with one category each; the cursor is the number of the next one. */
const pagesOf = (categories: string[]) => {
  const asked: number[] = [];
  const read = async (after = '0') => {
    const page = Number(after);
    asked.push(page);
    const next = page + 1 < categories.length ? { next: `${page + 1}` } : {};
    return { items: [product(categories[page]!)], ...next };
  };
  return { read, asked };
};

describe('the categories of a catalogue', () => {
  it('are those of all its products, each once, in the order of the alphabet', async () =>
    expect(await categoriesIn(pagesOf(['Tools', 'Öl', 'Books', 'Tools']).read)).toEqual({
      names: ['Books', 'Öl', 'Tools'],
      ofFirst: undefined,
    }));

  it('are read from the first pages of a large one, and that is said', async () => {
    const { read, asked } = pagesOf(Array.from({ length: MOST_PAGES + 1 }, (_, page) => `Category ${page}`));
    const { names, ofFirst } = await categoriesIn(read);
    expect([names.length, ofFirst, asked.length]).toEqual([MOST_PAGES, MOST_PAGES, MOST_PAGES]);
  });
});
