import { describe, expect, it } from '@jest/globals';
import { routes, services } from './routes.ts';
import { targetOf } from './target.ts';

const goesTo = (url: string) => {
  const target = targetOf(url);
  return typeof target === 'object' ? `${target.upstream.name} ${target.path}` : target;
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
  ])('%s goes to %s', (url, target) => expect(goesTo(url)).toBe(target));

  it.each([
    '/',
    '/api',
    '/api/',
    '/customers',
    '/api/customersX',
    '/api/Customers',
    '/api/docs',
    '/api/health/live',
    '/api/metrics',
    '/api/constructor',
  ])('nothing lies at %s', (url) => expect(targetOf(url)).toBeUndefined());

  it.each([
    '/api/customers/../metrics',
    '/api/customers/%2e%2E/metrics',
    '/api/customers/.',
    '/api/./customers',
    '/api/customers/..?x',
    '/api/customers%2f..%2fmetrics',
    '/api/customers/a%5Cb',
    '/api/customers/a\\b',
    '/api//customers',
    '/api/customers//1',
    '/api/customers/%',
    '/api/customers/%zz',
    '/api/customers/ü',
    '/api/customers/#x',
  ])('%s goes nowhere', (url) => expect(targetOf(url)).toBe('malformed'));

  it('reaches every service', () => expect(new Set(routes.values())).toEqual(new Set(services)));

  it('gives every service an address of its own', () => {
    expect(new Set(services.map(({ env }) => env)).size).toBe(services.length);
    expect(new Set(services.map(({ port }) => port)).size).toBe(services.length);
  });
});
