import { useState } from 'react';
import type { Product } from '../../api/bodies.ts';
import { type PriceChange, priceChanges, withFirstShown } from '../basket/priced.ts';

/** Nobody orders at other prices than he has seen and agreed to: those that he was shown first, until he says so. */
export function useAgreedPrices(now: readonly Product[]): { changes: PriceChange[]; agree: () => void } {
  const [agreed, setAgreed] = useState(now);
  const shown = withFirstShown(agreed, now);
  if (shown !== agreed) setAgreed(shown);
  return { changes: priceChanges(shown, now), agree: () => setAgreed(now) };
}
