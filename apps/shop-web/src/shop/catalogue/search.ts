export interface CatalogueSearch {
  q?: string;
  category?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;

/** What is looked for, out of the address: a filtered catalogue can be bookmarked and gone back to. */
export function catalogueSearch(search: Record<string, unknown>): CatalogueSearch {
  const [q, category] = [text(search.q), text(search.category)];
  return { ...(q !== undefined && { q }), ...(category !== undefined && { category }) };
}
