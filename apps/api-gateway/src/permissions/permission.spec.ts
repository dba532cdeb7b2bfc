import { describe, expect, it } from '@jest/globals';
import { allowedAt } from './permission.ts';
import { permissions } from './table.ts';

const allowed = (method: string, path: string) => allowedAt(method, path.slice(1).split('/'));

describe('what is allowed', () => {
  it.each([
    ['GET', '/customers', 'clerk'],
    ['HEAD', '/customers', 'clerk'],
    ['POST', '/customers', 'shopper'],
    ['GET', '/customers/1', 'shopper'],
    ['POST', '/orders/1/cancellation', 'shopper'],
    ['POST', '/stock/a.b/receipts', 'clerk'],
    ['GET', '/event-hub/topics/order/records', 'operator'],
    ['POST', '/ops/order-service/parked/redrive', 'operator'],
  ])('%s %s takes a %s', (method, path, role) => expect(allowed(method, path)).toEqual({ role }));

  it.each([
    ['PATCH', '/customers/1', ['DELETE', 'GET', 'HEAD', 'PUT']],
    ['DELETE', '/orders/1', ['GET', 'HEAD']],
    ['POST', '/event-hub/map', ['GET', 'HEAD']],
    ['get', '/customers', ['GET', 'HEAD', 'POST']],
  ])('%s %s takes other methods', (method, path, methods) => expect(allowed(method, path)).toEqual({ methods }));

  it.each([
    '/',
    '/Customers',
    '/customers/1/2',
    '/customers;role=operator',
    '/%63ustomers',
    '/orders/1/cancellation/x',
    '/orders/1/%63ancellation',
    '/orders/1/Cancellation',
    '/event-hub',
    '/ops',
    '/ops/order-service',
    '/metrics',
    '/manifest',
    '/health/ready',
    '/__proto__',
    '/constructor',
  ])('nothing at %s', (path) => expect(allowed('GET', path)).toBeUndefined());

  it('has every call once', () => {
    const calls = permissions.map(([method, pattern]) => `${method} ${pattern.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(calls).size).toBe(calls.length);
  });
});
