import type { Role } from '@offset-zero/service';

export type Permission = readonly [method: string, pattern: string, role: Role];

/**
 * What may be asked of this door below `/api`, and the least role for it. What is not here is asked of nobody. In a pattern
 * `{…}` is one segment; HEAD is as GET. The services ask for the same roles again: a test compares.
 */
export const permissions: readonly Permission[] = [
  ['POST', '/customers', 'shopper'],
  ['GET', '/customers', 'clerk'],
  ['GET', '/customers/{id}', 'shopper'],
  ['PUT', '/customers/{id}', 'shopper'],
  ['DELETE', '/customers/{id}', 'shopper'],
  ['GET', '/customer-search', 'clerk'],

  ['POST', '/products', 'clerk'],
  ['GET', '/products', 'shopper'],
  ['GET', '/products/{id}', 'shopper'],
  ['PUT', '/products/{id}', 'clerk'],
  ['DELETE', '/products/{id}', 'clerk'],

  ['GET', '/stock', 'shopper'],
  ['GET', '/stock/{id}', 'shopper'],
  ['POST', '/stock/{id}/receipts', 'clerk'],

  ['POST', '/orders', 'shopper'],
  ['GET', '/orders', 'shopper'],
  ['GET', '/orders/{id}', 'shopper'],
  ['POST', '/orders/{id}/cancellation', 'shopper'],

  ['GET', '/order-pages/{id}', 'shopper'],
  ['GET', '/order-traces/{id}', 'shopper'],
  ['GET', '/live', 'shopper'],

  ['GET', '/event-hub/map', 'operator'],
  ['GET', '/event-hub/flow', 'operator'],
  ['GET', '/event-hub/history', 'operator'],
  ['GET', '/event-hub/schemas', 'operator'],
  ['GET', '/event-hub/topics/{topic}/records', 'operator'],

  ['GET', '/ops/{service}/subscriptions', 'operator'],
  ['POST', '/ops/{service}/subscriptions/{name}/reset', 'operator'],
  ['GET', '/ops/{service}/parked', 'operator'],
  ['GET', '/ops/{service}/parked/{subscription}/{partition}/{offset}', 'operator'],
  ['POST', '/ops/{service}/parked/redrive', 'operator'],
  ['POST', '/ops/{service}/parked/discard', 'operator'],
  ['GET', '/ops/{service}/audit', 'operator'],
  ['GET', '/ops/{service}/republish', 'operator'],
  ['POST', '/ops/{service}/republish', 'operator'],
];
