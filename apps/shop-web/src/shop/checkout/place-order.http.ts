import { type Api, written } from '../../api/api.http.ts';
import type { Money } from '../../api/bodies.ts';
import type { Keyring } from '../../api/keyring.ts';
import { hasCode } from '../../api/problem.ts';
import { seen } from '../../api/seen.process.ts';
import type { CustomerInput } from '../../customer/customer.ts';
import { register } from '../../customer/customer.http.ts';
import type { Basket } from '../basket/basket.ts';

export interface Wish {
  customerId: string;
  /** Of a shopper who has never ordered. */
  details: CustomerInput | undefined;
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
  keyOf: Keyring,
): Promise<string> {
  if (details !== undefined) await introduce(api, details, keyOf);
  const lines = basket.map(({ productId, quantity }) => ({ productId, quantity }));
  const body = { customerId, lines, expectedTotal };
  const header = { 'Idempotency-Key': keyOf(body), ...seen.headers() };
  const [{ orderId }] = await written(api.POST('/api/orders', { body, params: { header } }));
  return orderId;
}

async function introduce(api: Api, details: CustomerInput, keyOf: Keyring): Promise<void> {
  try {
    await register(api, details, keyOf(details));
  } catch (error) {
    if (!hasCode(error, 'customer-exists')) throw error; // in another window, a moment ago
  }
}
