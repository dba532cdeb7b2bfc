import type { Money, Product } from '../../api/bodies.ts';
import type { Basket } from './basket.ts';

/** A line of the basket with what the shop says of it today. */
export interface PricedLine {
  productId: string;
  quantity: number;
  /** Null: not sold any more. */
  product: Product | null;
  /** Null with the product. */
  amount: Money | null;
  /** Pieces that are missing; 0 when nobody has said how many there are. */
  missing: number;
}

export interface Priced {
  lines: PricedLine[];
  /** Undefined where there is no one sum: nothing to pay for, or several currencies. */
  total: Money | undefined;
  currencies: string[];
}

/** What a basket costs now. */
export function priced(
  basket: Basket,
  products: readonly Product[],
  available: ReadonlyMap<string, number> | undefined,
): Priced {
  const sold = new Map(products.map((product) => [product.productId, product]));
  const lines = basket.map(({ productId, quantity }): PricedLine => {
    const product = sold.get(productId) ?? null;
    const there = available?.get(productId);
    return {
      ...{ productId, quantity, product },
      amount: product && { amountMinor: product.price.amountMinor * quantity, currency: product.price.currency },
      missing: there === undefined ? 0 : Math.max(0, quantity - there),
    };
  });
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  const currencies = [...new Set(amounts.map(({ currency }) => currency))];
  const amountMinor = amounts.reduce((sum, each) => sum + each.amountMinor, 0);
  return { lines, currencies, total: currencies.length === 1 ? { amountMinor, currency: currencies[0]! } : undefined };
}

export const productsIn = ({ lines }: Priced): Product[] => lines.flatMap(({ product }) => product ?? []);

export const isGone = ({ product }: PricedLine): boolean => product === null;

export interface PriceChange {
  productId: string;
  name: string;
  before: Money;
  now: Money;
}

const isSame = (a: Money, b: Money): boolean => a.amountMinor === b.amountMinor && a.currency === b.currency;

/** Which prices are no longer what somebody was shown. */
export function priceChanges(shown: readonly Product[], now: readonly Product[]): PriceChange[] {
  return shown.flatMap(({ productId, price: before }) => {
    const after = now.find((each) => each.productId === productId);
    if (after === undefined || isSame(before, after.price)) return [];
    return [{ productId, name: after.name, before, now: after.price }];
  });
}

/** Products as they were shown first, with those that were not shown before; the same object where there is none. */
export function withFirstShown(shown: readonly Product[], now: readonly Product[]): readonly Product[] {
  const known = new Set(shown.map(({ productId }) => productId));
  const added = now.filter(({ productId }) => !known.has(productId));
  return added.length === 0 ? shown : [...shown, ...added];
}
