import { useLiveValues } from '../../live/live-values.context.ts';
import type { Product } from '../../api/bodies.ts';
import { useProducts, useStock } from '../catalogue/products.http.ts';
import type { Basket } from './basket.ts';
import { priced, type Priced } from './priced.ts';

/** The basket at today's prices; undefined until they are known. Stock and prices change by themselves. */
export function usePricedBasket(basket: Basket): {
  priced: Priced | undefined;
  products: ReturnType<typeof useProducts>;
} {
  const ids = basket.map(({ productId }) => productId);
  const products = useProducts(ids);
  const { data: stock } = useStock(ids);
  const values = useLiveValues();
  if (products.data === undefined && ids.length > 0) return { priced: undefined, products };
  const now = (products.data ?? []).flatMap((product) => {
    const heard = values.get('product', product.productId);
    if (heard === null) return [];
    return heard && Number(heard.version) >= product.version ? [heard as unknown as Product] : [product];
  });
  const available = new Map(stock);
  for (const id of ids) {
    const heard = values.get('stock', id);
    if (heard) available.set(id, Number(heard.onHand) - Number(heard.reserved));
  }
  return { priced: priced(basket, now, available), products };
}
