import { queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../api/api.http.ts';

const HOW_MANY = 12;

export const latestOrdersQuery = (api: Api) =>
  queryOptions({
    queryKey: ['orders', 'latest'],
    queryFn: ({ signal }) => answer(api.GET('/api/orders', { params: { query: { limit: HOW_MANY } }, signal })),
    refetchInterval: 5_000,
  });
