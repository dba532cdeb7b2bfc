import type { ProductPage } from '../../api/bodies.ts';

/** At 200 products each. A larger catalogue is not read through for its filter. */
export const MOST_PAGES = 5;

export interface Categories {
  /** In the order of the alphabet. */
  names: string[];
  /** The products that were looked at, where there are more: their categories may be others. */
  ofFirst: number | undefined;
}

/** No service lists the categories: they are those of the products, read page by page. */
export async function categoriesIn(read: (after: string | undefined) => Promise<ProductPage>): Promise<Categories> {
  const names = new Set<string>();
  let products = 0;
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await read(after);
    items.forEach(({ category }) => names.add(category));
    products += items.length;
    after = next;
    if (after === undefined) break;
  }
  return {
    names: [...names].sort((a, b) => a.localeCompare(b)),
    ofFirst: after === undefined ? undefined : products,
  };
}
