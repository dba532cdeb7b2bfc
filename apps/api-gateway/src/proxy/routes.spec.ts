import { describe, expect, it } from '@jest/globals';
import { readPath } from '../door/path.ts';
import { services } from '../upstreams/table.ts';
import { routes, targetOf } from './routes.ts';

const goesTo = (url: string) => {
  const read = readPath(url);
  if (typeof read !== 'object') return read;
  const target = targetOf(read.path, read.segments);
  return target && `${target.upstream.name} ${target.path}`;
};

describe('the route table', () => {
  it.each([
    ['/api/customers', 'customer-service /customers'],
    ['/api/customers/1?limit=5&after=a%2Fb', 'customer-service /customers/1?limit=5&after=a%2Fb'],
    ['/api/customer-search?q=Z%C3%BCrich', 'customer-search /customer-search?q=Z%C3%BCrich'],
    ['/api/products/a.b_c-1', 'product-service /products/a.b_c-1'],
    ['/api/stock/p/receipts', 'stock-service /stock/p/receipts'],
    ['/api/orders/1/cancellation', 'order-service /orders/1/cancellation'],
    ['/api/customers/', 'customer-service /customers/'],
    ["/api/customers/Robert')%3B%20drop%00", "customer-service /customers/Robert')%3B%20drop%00"],
    ['/api/customers?x=../../etc//', 'customer-service /customers?x=../../etc//'],
    ['/api/order-traces/1', 'event-hub /order-traces/1'],
    ['/api/event-hub/topics/order/records?limit=1', 'event-hub /event-hub/topics/order/records?limit=1'],
    ['/api/ops/order-service/parked?x=/ops/order-service', 'order-service /ops/parked?x=/ops/order-service'],
    ['/api/ops/stock-service/subscriptions/a/reset', 'stock-service /ops/subscriptions/a/reset'],
  ])('%s goes to %s', (url, target) => expect(goesTo(url)).toBe(target));

  it.each([
    '/api',
    '/api/customersX',
    '/api/Customers',
    '/api/docs',
    '/api/health/live',
    '/api/metrics',
    '/api/manifest',
    '/api/constructor',
    '/api/ops/nobody/parked',
    '/api/ops/parked',
    '/api/ops/Order-service/parked',
  ])('nothing lies at %s', (url) => expect(goesTo(url)).toBeUndefined());

  it('reaches every service', () => expect(new Set(routes.values())).toEqual(new Set(services)));

  it('gives every service an address of its own', () => {
    expect(new Set(services.map(({ env }) => env)).size).toBe(services.length);
    expect(new Set(services.map(({ port }) => port)).size).toBe(services.length);
  });
});
