import { written } from '../../api/api.http.ts';
import type { Api } from '../../api/api.http.ts';
import type { Money } from '../../api/bodies.ts';
import { hasCode } from '../../api/problem.ts';
import type { Basket } from '../basket/basket.ts';
import { type Details, inputOf } from '../customer-form/details.ts';

export interface Wish {
  customerId: string;
  /** Of a shopper who has never ordered. */
  details: Details | undefined;
  basket: Basket;
  /** What he was shown. */
  expectedTotal: Money;
}

/**
 * Registers the customer if he is new, then orders; returns the order's id. The order waits for the customer to be known
 * where it is taken. Throws ProblemError; asking again with the same keys does nothing twice.
 */
export async function placeOrder(
  api: Api,
  { customerId, details, basket, expectedTotal }: Wish,
  keyOf: (body: unknown) => string,
): Promise<string> {
  const known = details && (await register(api, details, keyOf));
  const lines = basket.map(({ productId, quantity }) => ({ productId, quantity }));
  const body = { customerId, lines, expectedTotal };
  const headers = { 'idempotency-key': keyOf(body), ...(known !== undefined && { 'consistency-token': known }) };
  const [{ orderId }] = await written(api.POST('/api/orders', { body, headers }));
  return orderId;
}

async function register(api: Api, details: Details, keyOf: (body: unknown) => string): Promise<string | undefined> {
  const body = inputOf(details);
  try {
    const headers = { 'idempotency-key': keyOf(body) };
    const [, token] = await written(api.POST('/api/customers', { body, headers }));
    return token;
  } catch (error) {
    if (hasCode(error, 'customer-exists')) return undefined; // in another window, a moment ago
    throw error;
  }
}
