import { randomUUID } from 'node:crypto';
import { type Role, tokenFor } from '@offset-zero/platform/token.process';
import { eventually } from '@offset-zero/testing';
import { api } from './shop.process.ts';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

type Json = Record<string, unknown>;

/** Who asks: a machine with this role, somebody with a token of his own, or nobody. */
export type Caller = Role | 'nobody' | { token: string };

/** The header that says who asks. */
export async function authorization(who: Caller): Promise<{ authorization?: string }> {
  if (who === 'nobody') return {};
  return { authorization: `Bearer ${typeof who === 'object' ? who.token : await tokenFor(who)}` };
}

/** One request through the gateway. A body that is not JSON comes back as text under `text`. */
export async function call<T = Json>(
  method: string,
  path: string,
  body?: unknown,
  headers: Json = {},
  who: Caller = 'operator',
): Promise<Answer<T>> {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      ...(await authorization(who)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: parse(text) as T, headers: response.headers };
}

function parse(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

async function expectStatus<T>(status: number, answer: Promise<Answer<T>>): Promise<Answer<T>> {
  const { body, ...rest } = await answer;
  if (rest.status !== status) throw new Error(`expected ${status}, got ${rest.status}: ${JSON.stringify(body)}`);
  return { body, ...rest };
}

export interface Customer extends Json {
  customerId: string;
  version: number;
}

/** Nobody of the README's tour, which is walked in the same shop. */
export const anna = {
  firstName: 'Anna',
  lastName: 'Beispiel',
  email: 'anna.beispiel@example.org',
  category: 'B',
  address: { street: 'Junkerngasse 1', postalCode: '3011', city: 'Bern', country: 'CH' },
};

/** Registers a customer; without an argument it is Anna. */
export const registered = (person: Json = anna) =>
  expectStatus<Customer>(201, call('POST', '/customers', person)).then(({ body }) => body);

/** A product that nobody else in these tests uses, with `onHand` pieces in stock. */
export async function stocked(onHand: number, amountMinor = 4_950): Promise<string> {
  const productId = `e2e-${randomUUID()}`;
  const product = {
    productId,
    name: 'Swiss army knife',
    description: '',
    category: 'Tools',
    price: { amountMinor, currency: 'CHF' },
  };
  const { headers } = await expectStatus(201, call('POST', '/products', product));
  const token = headers.get('consistency-token')!;
  if (onHand > 0) {
    await expectStatus(
      201,
      call('POST', `/stock/${productId}/receipts`, { quantity: onHand }, { 'consistency-token': token }),
    );
  }
  return productId;
}

/** Places an order as soon as the order service knows the customer and the products: its views may still be on their way. */
export const place = (customerId: string, lines: { productId: string; quantity: number }[]) =>
  eventually(async () => {
    const { body } = await expectStatus<{ orderId: string }>(202, call('POST', '/orders', { customerId, lines }));
    return body.orderId;
  }, 10_000);

export interface Order extends Json {
  orderId: string;
  status: string;
  reason: string | null;
  customer: Json | null;
  lines: Json[];
}

/** The order as soon as it is no longer PLACED. */
export const ended = (orderId: string, timeoutMs = 30_000) =>
  eventually(async () => {
    const { body } = await call<Order>('GET', `/orders/${orderId}`, undefined, { prefer: 'wait=5' });
    if (!['CONFIRMED', 'REJECTED', 'CANCELLED'].includes(body.status)) throw new Error(`${orderId} is ${body.status}`);
    return body;
  }, timeoutMs);

export const stockOf = (productId: string) => call('GET', `/stock/${productId}`).then(({ body }) => body);
