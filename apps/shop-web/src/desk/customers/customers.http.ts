import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../../api/api.http.ts';
import { seen } from '../../api/seen.process.ts';

const PAGE = 50;
const FOUND = 30;

/** In the order in which they came. */
export const allQuery = (api: Api) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'all'],
    queryFn: ({ pageParam: after, signal }) =>
      answer(api.GET('/api/customers', { params: { query: { limit: PAGE, after } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: { next?: string }) => next,
  });

/** Typing errors and accents are forgiven. While the next letter is asked for, what was found stays. */
export const searchQuery = (api: Api, q: string) =>
  queryOptions({
    queryKey: ['customers', 'search', q],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/customer-search', { params: { query: { q, limit: FOUND }, header: seen.headers() }, signal }),
      ),
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });

export const ordersQuery = (api: Api, customerId: string) =>
  queryOptions({
    queryKey: ['orders', 'of', customerId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders', { params: { query: { customerId, limit: 20 }, header: seen.headers() }, signal })),
  });
