import { queryOptions } from '@tanstack/react-query';
import { type Api, answer, written } from '../../api/api.http.ts';
import { seen } from '../../api/seen.process.ts';
import type { Level } from './levels.ts';

/** The levels of these products, in their order. */
export const levelsQuery = (api: Api, productIds: string[]) =>
  queryOptions({
    queryKey: ['stock', 'levels', productIds],
    queryFn: async ({ signal }): Promise<Level[]> => {
      const params = { query: { productId: productIds }, header: seen.headers() };
      return (await answer(api.GET('/api/stock', { params, signal }))).items;
    },
    enabled: productIds.length > 0,
  });

export async function receive(api: Api, productId: string, quantity: number, key: string): Promise<Level> {
  const params = { path: { productId }, header: { 'Idempotency-Key': key } };
  const [level, token] = await written(api.POST('/api/stock/{productId}/receipts', { params, body: { quantity } }));
  seen.note(token);
  return level;
}
