import { useMemo, useSyncExternalStore } from 'react';
import { usePerson } from '../../shell/shop.context.ts';
import { addPieces, type Basket, basketIn, emptyBasket, withPieces } from './basket.ts';

const listeners = new Set<() => void>();
const read = new Map<string, { kept: string | null; basket: Basket }>();

/** The same object as long as nothing was changed. */
function basketAt(key: string): Basket {
  const kept = localStorage.getItem(key);
  const before = read.get(key);
  if (before?.kept === kept) return before.basket;
  const basket = basketIn(kept);
  read.set(key, { kept, basket });
  return basket;
}

function keep(key: string, basket: Basket): void {
  localStorage.setItem(key, JSON.stringify(basket));
  listeners.forEach((changed) => changed());
}

/** This tab's changes and, by the browser's event, those of the others. */
function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** The basket of whoever is signed in: it waits for him in this browser. */
export function useBasket() {
  const key = `basket:${usePerson().subject}`;
  const basket = useSyncExternalStore(subscribe, () => basketAt(key));
  const change = useMemo(
    () => ({
      add: (productId: string, quantity = 1) => keep(key, addPieces(basketAt(key), productId, quantity)),
      set: (productId: string, quantity: number) => keep(key, withPieces(basketAt(key), productId, quantity)),
      clear: () => keep(key, emptyBasket),
    }),
    [key],
  );
  return { basket, ...change };
}
