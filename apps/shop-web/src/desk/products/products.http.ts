import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { type Api, answer, written } from '../../api/api.http.ts';
import { seen } from '../../api/seen.process.ts';
import type { NewProduct, Product, ProductInput } from './product.ts';

const PAGE = 50;

/** In the order of the ids; with `q` those that have it in their name or id. */
export const productsQuery = (api: Api, q: string) =>
  infiniteQueryOptions({
    queryKey: ['products', 'desk', q],
    queryFn: ({ pageParam: after, signal }) =>
      answer(api.GET('/api/products', { params: { query: { limit: PAGE, after, ...(q !== '' && { q }) } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: { next?: string }) => next,
    placeholderData: keepPreviousData,
  });

export async function create(api: Api, body: NewProduct, key: string): Promise<Product> {
  const params = { header: { 'Idempotency-Key': key } };
  const [product, token] = await written(api.POST('/api/products', { params, body }));
  seen.note(token);
  return product;
}

/** Throws `version-conflict` when somebody else has saved since `version`. */
export async function replace(api: Api, { productId, version }: Product, body: ProductInput): Promise<Product> {
  const params = { path: { productId }, header: { 'If-Match': `"${version}"` } };
  const [product, token] = await written(api.PUT('/api/products/{productId}', { params, body }));
  seen.note(token);
  return product;
}

export async function remove(api: Api, { productId, version }: Product): Promise<void> {
  const params = { path: { productId }, header: { 'If-Match': `"${version}"` } };
  const [, token] = await written(api.DELETE('/api/products/{productId}', { params }));
  seen.note(token);
}
