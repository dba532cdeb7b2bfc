export type Json = Record<string, unknown>;

/** What a service said about its part of the page, or the code of the problem that kept it from saying it. */
export type Part<T> = { value: T } | { code: string };

export interface OrderPage {
  order: Json;
  /** The customer as he is today; null when he was deleted, or is missing. */
  customer: Json | null;
  /** Stock of the order's products, in the order of its lines; products without any are left out. */
  stock: Json[];
  /** The parts that could not be had, and why. Empty when the page is whole. */
  missing: { part: 'customer' | 'stock'; code: string }[];
}

/** One page out of what three services know. */
export function orderPage(order: Json, customer: Part<Json | null>, stock: Part<Json[]>): OrderPage {
  return {
    order,
    customer: 'value' in customer ? customer.value : null,
    stock: 'value' in stock ? inOrder(stock.value, productIdsOf(order)) : [],
    missing: [
      ...('code' in customer ? [{ part: 'customer' as const, code: customer.code }] : []),
      ...('code' in stock ? [{ part: 'stock' as const, code: stock.code }] : []),
    ],
  };
}

/** The products of an order, each once. */
export const productIdsOf = (order: Json): string[] => [
  ...new Set((order.lines as { productId: string }[]).map(({ productId }) => productId)),
];

const inOrder = (stock: Json[], productIds: string[]): Json[] =>
  productIds.flatMap((productId) => stock.filter((each) => each.productId === productId));
