import { Refusal } from '../problems/refusal.ts';

export interface Page<Item> {
  items: Item[];
  /** Pass as `after` to read on; absent at the end. */
  next?: string;
}

/** An opaque cursor: where a page ended. */
const encodeCursor = (place: string): string => Buffer.from(JSON.stringify([place])).toString('base64url');

/** The place that a cursor names, or undefined when there is none. Throws `invalid-cursor` for anything that is not ours. */
export function decodeCursor(cursor: string | undefined, isOurs: (place: string) => boolean): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [place, ...more] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (typeof place === 'string' && more.length === 0 && isOurs(place)) return place;
  } catch {
    // said below
  }
  throw new Refusal('invalid-cursor');
}

/**
 * A page out of `limit + 1` found items: the one too many only tells that there is a next page.
 * `cursorOf` gives the place of an item in the list's order.
 */
export function pageOf<Item>(found: Item[], limit: number, cursorOf: (item: Item) => string): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: encodeCursor(cursorOf(last)) } : { items };
}
