import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer } from '../../api/api.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { categoriesIn } from './categories.ts';

const PAGE = 24;
const COMMAS = { array: { style: 'form', explode: false } } as const;

/** The catalogue, page after page. */
export function useCatalogue({ q, category }: { q?: string; category?: string }) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['products', 'catalogue', { q, category }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/products', {
          params: { query: { limit: PAGE, ...(q && { q }), ...(category && { category }), ...pageParam } },
          signal,
        }),
      ),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
    placeholderData: keepPreviousData,
  });
}

/** What can be filtered by. */
export function useCategories() {
  const api = useApi();
  return useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) =>
      categoriesIn((after) => answer(api.GET('/api/products', { params: { query: { limit: 200, after } }, signal }))),
    staleTime: 5 * 60_000,
  });
}

/** Those of the products that are sold, in any order. */
export function useProducts(productIds: readonly string[]) {
  const api = useApi();
  const ids = [...productIds].sort();
  return useQuery({
    queryKey: ['products', 'some', ids],
    queryFn: async ({ signal }) => {
      const query = { ids, limit: 200 };
      const { items } = await answer(api.GET('/api/products', { params: { query }, querySerializer: COMMAS, signal }));
      return items;
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Stock of up to 100 products, by their ids. */
export function useStock(productIds: readonly string[]) {
  const api = useApi();
  const ids = [...productIds].sort();
  return useQuery({
    queryKey: ['stock', ids],
    queryFn: ({ signal }) => answer(api.GET('/api/stock', { params: { query: { productId: ids } }, signal })),
    select: ({ items }) => new Map(items.map((stock) => [stock.productId, stock.available])),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
}
