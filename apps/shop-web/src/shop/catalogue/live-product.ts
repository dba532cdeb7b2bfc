import type { Product } from '../../api/bodies.ts';
import { useLiveValue } from '../../live/live-values.context.ts';

/** The product as it is now; null when it is not sold any more. */
export function useLiveProduct<T extends Product | undefined>(fetched: T, productId: string): T | Product | null {
  const heard = useLiveValue('product', productId);
  if (heard === null) return null;
  if (heard === undefined || Number(heard.version) < (fetched?.version ?? 0)) return fetched;
  return heard as unknown as Product;
}

/** Pieces that can be ordered now; undefined while nobody has said. */
export function useAvailable(fetched: number | undefined, productId: string): number | undefined {
  const heard = useLiveValue('stock', productId);
  return heard ? Number(heard.onHand) - Number(heard.reserved) : fetched;
}
