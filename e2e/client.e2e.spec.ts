/* eslint-disable @nx/enforce-module-boundaries -- the types that the web app uses too, made of docs/openapi.json */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { tokenFor } from '@offset-zero/platform/token.process';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../apps/shop-web/src/api/generated/openapi.d.ts';
import { anna } from './api.ts';
import { api } from './shop.process.ts';

type Customer = components['schemas']['Customer'];
type CustomerInput = components['schemas']['CustomerInput'];

let clerk: Client<paths>;

beforeAll(async () => {
  const authorization = `Bearer ${await tokenFor('clerk')}`;
  clerk = createClient<paths>({ baseUrl: api.replace(/\/api$/, ''), headers: { authorization } });
});

const person: CustomerInput = { ...anna, category: 'B' };

async function newcomer(): Promise<{ customer: Customer; etag: string; token: string }> {
  const { data, response } = await clerk.POST('/api/customers', { body: person });
  return { customer: data!, etag: response.headers.get('etag')!, token: response.headers.get('consistency-token')! };
}

describe('a client generated of docs/openapi.json', () => {
  it('buys', async () => {
    const { customer, token } = await newcomer();
    const productId = `client-${randomUUID()}`;
    const product = { productId, name: 'Knife', description: '', category: 'Tools' };
    const price = { amountMinor: 1250, currency: 'CHF' };
    const made = await clerk.POST('/api/products', { body: { ...product, price } });
    const header = { 'Consistency-Token': [token, made.response.headers.get('consistency-token')].join(',') };
    await clerk.POST('/api/stock/{productId}/receipts', {
      params: { path: { productId }, header },
      body: { quantity: 5 },
    });
    const { data: placed } = await clerk.POST('/api/orders', {
      params: { header: { ...header, 'Idempotency-Key': randomUUID() } },
      body: { customerId: customer.customerId, lines: [{ productId, quantity: 2 }] },
    });
    const { data: order } = await clerk.GET('/api/orders/{orderId}', {
      params: { path: { orderId: placed!.orderId }, header: { Prefer: 'wait=30' } },
    });
    expect([order!.status, order!.total.amountMinor]).toEqual(['CONFIRMED', 2500]);
    expect(order!.lines.map(({ name, price: { currency } }) => [name, currency])).toEqual([['Knife', 'CHF']]);
  });

  it('reads, edits and sends back what it has read', async () => {
    const { customer, etag } = await newcomer();
    const { customerId } = customer;
    const { data } = await clerk.PUT('/api/customers/{customerId}', {
      params: { path: { customerId }, header: { 'If-Match': etag } },
      body: { ...customer, firstName: 'Anne' },
    });
    expect(data).toMatchObject({ customerId, version: customer.version + 1, firstName: 'Anne' });
  });

  it('knows the problems of every call by their codes', async () => {
    const { error, response } = await clerk.GET('/api/orders/{orderId}', {
      params: { path: { orderId: randomUUID() } },
    });
    const isUnknown = error?.code === 'order-not-found';
    expect([response.status, isUnknown]).toEqual([404, true]);
  });

  it('is held to the document by the compiler', () => {
    // @ts-expect-error a category that there is not
    const wrong: CustomerInput = { ...person, category: 'Z' };
    // @ts-expect-error an operation that there is not
    const never = () => clerk.PATCH('/api/customers', { body: wrong });
    const params = { path: { customerId: '' } };
    // @ts-expect-error a PUT needs If-Match
    const blind = () => clerk.PUT('/api/customers/{customerId}', { params, body: person });
    expect([wrong, never, blind]).toHaveLength(3);
  });
});
