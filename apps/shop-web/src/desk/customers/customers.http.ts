import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Api, answer, written } from '../../api/api.http.ts';
import { seen } from '../seen/seen.process.ts';
import type { Customer, CustomerInput } from './customer.ts';

const FOUND = 30;

export const customerQuery = (api: Api, customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'one', customerId],
    queryFn: ({ signal }): Promise<Customer> =>
      answer(api.GET('/api/customers/{customerId}', { params: { path: { customerId } }, signal })),
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

export async function erase(api: Api, { customerId, version }: Customer): Promise<void> {
  const params = { path: { customerId }, header: { 'If-Match': `"${version}"` } };
  const [, token] = await written(api.DELETE('/api/customers/{customerId}', { params }));
  seen.note(token);
}
