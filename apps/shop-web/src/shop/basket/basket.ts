/** What somebody means to buy. Prices are not kept: they are asked for when they are shown. */
export interface BasketLine {
  productId: string;
  quantity: number;
}

export type Basket = readonly BasketLine[];

/** As many products as an order takes, and pieces of each. */
export const MOST_LINES = 100;
export const MOST_PIECES = 1_000_000;

export const emptyBasket: Basket = [];

const bounded = (quantity: number): number => Math.max(0, Math.min(MOST_PIECES, Math.trunc(quantity)));

/** Sets the pieces of a product; none takes it out. The order of the lines stays. */
export function withPieces(basket: Basket, productId: string, quantity: number): Basket {
  const pieces = bounded(quantity);
  if (pieces === 0) return basket.filter((line) => line.productId !== productId);
  if (basket.some((line) => line.productId === productId)) {
    return basket.map((line) => (line.productId === productId ? { productId, quantity: pieces } : line));
  }
  return basket.length < MOST_LINES ? [...basket, { productId, quantity: pieces }] : basket;
}

export const piecesOf = (basket: Basket, productId: string): number =>
  basket.find((line) => line.productId === productId)?.quantity ?? 0;

export const addPieces = (basket: Basket, productId: string, quantity: number): Basket =>
  withPieces(basket, productId, piecesOf(basket, productId) + quantity);

export const piecesIn = (basket: Basket): number => basket.reduce((sum, { quantity }) => sum + quantity, 0);

/** What was kept; whatever else lies there is an empty basket. */
export function basketIn(kept: string | null): Basket {
  if (kept === null) return emptyBasket;
  try {
    const lines: unknown = JSON.parse(kept);
    return Array.isArray(lines) && lines.every(isLine) ? lines : emptyBasket;
  } catch (error) {
    if (error instanceof SyntaxError) return emptyBasket;
    throw error;
  }
}

const isLine = (line: unknown): line is BasketLine =>
  typeof line === 'object' &&
  line !== null &&
  typeof (line as BasketLine).productId === 'string' &&
  Number.isInteger((line as BasketLine).quantity) &&
  (line as BasketLine).quantity > 0;
