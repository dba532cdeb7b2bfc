import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Api, answer } from '../../api/api.http.ts';
import { orderTraceQuery } from '../../order/order-trace.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { factOf } from './timeline.ts';

export function useOrder(orderId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{orderId}', { params: { path: { orderId } }, signal })),
  });
}

export const cancel = (api: Api, orderId: string) =>
  answer(api.POST('/api/orders/{orderId}/cancellation', { params: { path: { orderId } } }));

/** What happened to the order until now. It may be missing: the order page goes without. */
export function useTrace(orderId: string) {
  const api = useApi();
  return useQuery({
    ...orderTraceQuery(api, orderId),
    select: ({ steps }) => steps.map(({ type, at, value }) => factOf(type, at, value)),
    retry: 1,
  });
}

/** Newest first. */
export function useOrders() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['orders'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/orders', { params: { query: { limit: 20, ...pageParam } }, signal })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === undefined ? undefined : { after: next }),
  });
}
