import { type Api, answer } from '../api/api.http.ts';
import type { OrderTrace } from './trace.ts';

export const fetchTrace = (api: Api, orderId: string, signal: AbortSignal): Promise<OrderTrace> =>
  answer(api.GET('/api/order-traces/{orderId}', { params: { path: { orderId } }, signal }));
