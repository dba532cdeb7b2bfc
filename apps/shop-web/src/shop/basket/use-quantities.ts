import { useState } from 'react';
import { piecesIn } from '../../editing/pieces.ts';
import { MOST_PIECES } from './basket.ts';
import { useBasket } from './basket.storage.ts';

export interface Quantities {
  /** What was typed for a product and cannot be ordered: it stands there until it is corrected. */
  refused: Readonly<Record<string, string>>;
  type(productId: string, text: string): void;
  takeOut(productId: string): void;
}

/** Quantities while they are typed: one that can be ordered is in the basket at once, another one never. */
export function useQuantities(): Quantities {
  const { set } = useBasket();
  const [refused, setRefused] = useState<Record<string, string>>({});
  const accept = (productId: string, pieces: number) => {
    set(productId, pieces);
    setRefused(({ [productId]: _, ...others }) => others);
  };
  return {
    refused,
    type(productId, text) {
      const pieces = piecesIn(text, MOST_PIECES);
      if (pieces !== undefined) accept(productId, pieces);
      else setRefused((before) => ({ ...before, [productId]: text }));
    },
    takeOut: (productId) => accept(productId, 0),
  };
}
