import { useQuery } from '@tanstack/react-query';
import { answer } from '../../api/api.http.ts';
import { hasCode } from '../../api/problem.ts';
import { useApi } from '../../shell/shop.context.ts';

/** The customer; null when there is none (yet, or any more). */
export function useCustomer(customerId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['customer', customerId],
    queryFn: async ({ signal }) => {
      const params = { path: { customerId: customerId! } };
      try {
        return await answer(api.GET('/api/customers/{customerId}', { params, signal }));
      } catch (error) {
        if (hasCode(error, 'customer-not-found')) return null;
        throw error;
      }
    },
    enabled: customerId !== undefined,
  });
}
