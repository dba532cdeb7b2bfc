import type { Product } from '@offset-zero/contracts';

/** What a client decides about a product. */
export type ProductDetails = Pick<Product, 'name' | 'description' | 'category' | 'price'>;

/** A product that is new, or comes back after a deletion that was version `buriedVersion` of its id. */
export const create = (details: ProductDetails, productId: string, buriedVersion = 0): Product => ({
  productId,
  version: buriedVersion + 1,
  ...details,
});

/** The product with other details, one version on; the very same product when nothing differs. */
export function replace(product: Product, details: ProductDetails): Product {
  if (sameDetails(product, details)) return product;
  return { ...product, ...details, version: product.version + 1 };
}

const sameDetails = (a: ProductDetails, { name, description, category, price }: ProductDetails): boolean =>
  a.name === name &&
  a.description === description &&
  a.category === category &&
  a.price.amountMinor === price.amountMinor &&
  a.price.currency === price.currency;
