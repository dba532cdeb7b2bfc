import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, type Customer, anna, registered, stocked } from './api.ts';

const unknownId = '01900000-0000-7000-8000-000000000000';
const sql = "Robert'); drop table customer;--";

/** What must come back: a 4xx problem with this code, and the customer as he was. */
type Case = [
  what: string,
  code: string,
  status: number,
  ...request: [string, string, unknown?, Record<string, unknown>?],
];

let known: Customer;
let productId: string;

beforeAll(async () => {
  known = await registered();
  productId = await stocked(5);
});

const order = (lines: unknown, more: object = {}) => ({ customerId: known.customerId, lines, ...more });

const cases = (): Case[] => [
  ['malformed JSON', 'malformed-json', 400, 'POST', '/customers', '{"firstName": '],
  ['an empty body', 'validation-failed', 400, 'POST', '/customers', {}],
  ['a list for a body', 'validation-failed', 400, 'POST', '/customers', [anna]],
  ['a wrong type', 'validation-failed', 400, 'POST', '/customers', { ...anna, firstName: 5 }],
  ['an unknown field', 'validation-failed', 400, 'POST', '/customers', { ...anna, isAdmin: true }],
  ['an unknown category', 'validation-failed', 400, 'POST', '/customers', { ...anna, category: 'UNKNOWN' }],
  ['NUL in a name', 'validation-failed', 400, 'POST', '/customers', { ...anna, firstName: 'Pe\u0000ter' }],
  ['a lone surrogate', 'validation-failed', 400, 'POST', '/customers', { ...anna, firstName: 'Pe\ud800ter' }],
  ['an endless name', 'validation-failed', 400, 'POST', '/customers', { ...anna, firstName: 'x'.repeat(5_000) }],
  ['an oversized body', 'body-too-large', 413, 'POST', '/customers', { ...anna, firstName: 'x'.repeat(200_000) }],
  ['an unknown customer', 'customer-not-found', 404, 'GET', `/customers/${unknownId}`],
  ['SQL for an id', 'customer-not-found', 404, 'GET', `/customers/${encodeURIComponent(sql)}`],
  ['NUL in an id', 'customer-not-found', 404, 'GET', '/customers/%00'],
  ['PUT without If-Match', 'if-match-required', 428, 'PUT', `/customers/${known.customerId}`, anna],
  ['a stale version', 'version-conflict', 412, 'PUT', `/customers/${known.customerId}`, anna, { 'if-match': '"99"' }],
  ['an unknown query parameter', 'validation-failed', 400, 'GET', '/customers?limt=5'],
  [
    'a forged cursor',
    'invalid-cursor',
    400,
    'GET',
    `/customers?after=${Buffer.from(`[["${unknownId}"]]`).toString('base64url')}`,
  ],
  [
    'a forged token',
    'invalid-header',
    400,
    'GET',
    '/orders',
    undefined,
    { 'consistency-token': Buffer.from('[["customer","\\ud800",0]]').toString('base64url') },
  ],
  ['a compressed body', 'unsupported-media-type', 415, 'POST', '/customers', anna, { 'content-encoding': 'gzip' }],
  [
    'another charset',
    'unsupported-media-type',
    415,
    'POST',
    '/customers',
    anna,
    { 'content-type': 'application/json; charset=latin1' },
  ],
  ['a name that cannot be seen', 'validation-failed', 400, 'POST', '/customers', { ...anna, firstName: '\u200b' }],
  ['a limit of zero', 'validation-failed', 400, 'GET', '/customers?limit=0'],
  [
    'an existing product',
    'product-exists',
    409,
    'POST',
    '/products',
    { productId, name: 'x', description: '', category: 'x', price: { amountMinor: 1, currency: 'CHF' } },
  ],
  [
    'a negative price',
    'validation-failed',
    400,
    'POST',
    '/products',
    { name: 'x', description: '', category: 'x', price: { amountMinor: -1, currency: 'CHF' } },
  ],
  ['a negative receipt', 'validation-failed', 400, 'POST', `/stock/${productId}/receipts`, { quantity: -3 }],
  ['a huge receipt', 'validation-failed', 400, 'POST', `/stock/${productId}/receipts`, { quantity: 1e15 }],
  ['a broken receipt', 'validation-failed', 400, 'POST', `/stock/${productId}/receipts`, { quantity: 1.5 }],
  ['a receipt of nothing known', 'product-not-found', 404, 'POST', '/stock/nothing-known/receipts', { quantity: 1 }],
  ['no lines', 'validation-failed', 400, 'POST', '/orders', order([])],
  ['a negative quantity', 'validation-failed', 400, 'POST', '/orders', order([{ productId, quantity: -1 }])],
  ['a huge quantity', 'validation-failed', 400, 'POST', '/orders', order([{ productId, quantity: 1e9 }])],
  [
    'a product twice',
    'duplicate-product',
    400,
    'POST',
    '/orders',
    order([
      { productId, quantity: 1 },
      { productId, quantity: 2 },
    ]),
  ],
  [
    'an unknown product',
    'unknown-product',
    422,
    'POST',
    '/orders',
    order([{ productId: 'nothing-known', quantity: 1 }]),
  ],
  [
    'an order of an unknown customer',
    'unknown-customer',
    422,
    'POST',
    '/orders',
    order([{ productId, quantity: 1 }], { customerId: unknownId }),
  ],
  [
    'a price that changed',
    'price-changed',
    409,
    'POST',
    '/orders',
    order([{ productId, quantity: 1 }], { expectedTotal: { amountMinor: 1, currency: 'CHF' } }),
  ],
  ['an unknown order', 'order-not-found', 404, 'GET', `/orders/${unknownId}`],
  ['an unknown route', 'route-not-found', 404, 'GET', '/nothing/here'],
];

describe('bad input gets a clear answer and changes nothing', () => {
  it('case by case', async () => {
    const wrong: string[] = [];
    for (const [what, code, status, ...request] of cases()) {
      const answer = await call(...request);
      const type = answer.headers.get('content-type') ?? '';
      const right =
        answer.status === status && answer.body.code === code && type.startsWith('application/problem+json');
      if (!right) wrong.push(`${what}: ${answer.status} ${type} ${JSON.stringify(answer.body)}, not ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
    expect((await call('GET', `/customers/${known.customerId}`)).body).toEqual(known);
    expect((await call('GET', `/stock/${productId}`)).body).toMatchObject({ onHand: 5, reserved: 0 });
  });

  it('SQL in a name is a name', async () => {
    const bobby = await registered({ ...anna, firstName: sql });
    expect((await call('GET', `/customers/${bobby.customerId}`)).body).toMatchObject({ firstName: sql });
  });
});
