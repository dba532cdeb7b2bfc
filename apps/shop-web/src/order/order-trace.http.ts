import { queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../api/api.http.ts';

/** Everything that was written for an order until now. */
export const orderTraceQuery = (api: Api, orderId: string) =>
  queryOptions({
    queryKey: ['order-trace', orderId],
    queryFn: ({ signal }) => answer(api.GET('/api/order-traces/{orderId}', { params: { path: { orderId } }, signal })),
  });
