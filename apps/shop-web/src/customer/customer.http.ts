import { queryOptions } from '@tanstack/react-query';
import { type Api, answer, written } from '../api/api.http.ts';
import { hasCode } from '../api/problem.ts';
import { seen } from '../api/seen.process.ts';
import type { Customer, CustomerInput } from './customer.ts';

/** The customer; null when there is none (yet, or any more). Not asked without an id. */
export const customerQuery = (api: Api, customerId: string | undefined) =>
  queryOptions({
    queryKey: ['customers', 'one', customerId],
    queryFn: async ({ signal }): Promise<Customer | null> => {
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

export async function register(api: Api, body: CustomerInput, key: string): Promise<Customer> {
  const params = { header: { 'Idempotency-Key': key } };
  const [customer, token] = await written(api.POST('/api/customers', { params, body }));
  seen.note(token);
  return customer;
}

/** Throws `version-conflict` when somebody else has saved since `version`. */
export async function replace(api: Api, { customerId, version }: Customer, body: CustomerInput): Promise<Customer> {
  const params = { path: { customerId }, header: { 'If-Match': `"${version}"` } };
  const [customer, token] = await written(api.PUT('/api/customers/{customerId}', { params, body }));
  seen.note(token);
  return customer;
}

/** With a `version`, throws `version-conflict` when somebody else has saved since. */
export async function erase(api: Api, customerId: string, version?: number): Promise<void> {
  const header = version === undefined ? {} : { 'If-Match': `"${version}"` };
  const [, token] = await written(
    api.DELETE('/api/customers/{customerId}', { params: { path: { customerId }, header } }),
  );
  seen.note(token);
}
