import type { ReactNode } from 'react';
import type { Product } from '../../api/bodies.ts';
import { useStock } from './products.http.ts';

interface Props {
  products: readonly Product[];
  children: (product: Product, available: number | undefined) => ReactNode;
}

/** The stock of a page of products is asked for at once. */
export function ProductsOfPage({ products, children }: Props) {
  const { data: stock } = useStock(products.map(({ productId }) => productId));
  return products.map((product) => children(product, stock && (stock.get(product.productId) ?? 0)));
}
