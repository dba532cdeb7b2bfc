import { queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../api/api.http.ts';
import type { Product } from '../api/bodies.ts';

export const productQuery = (api: Api, productId: string) =>
  queryOptions({
    queryKey: ['products', 'one', productId],
    queryFn: ({ signal }): Promise<Product> =>
      answer(api.GET('/api/products/{productId}', { params: { path: { productId } }, signal })),
  });
