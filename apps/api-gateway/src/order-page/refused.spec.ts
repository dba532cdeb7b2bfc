import { describe, expect, it } from '@jest/globals';
import { refusedOrder } from './refused.ts';

const said = (status: number, body?: unknown, headers = {}) => {
  const { code, details } = refusedOrder({ status, headers, body });
  return [code, details.headers];
};

describe('an order that order-service does not show', () => {
  it.each([
    [401, 'unauthenticated', 'unauthenticated'],
    [403, 'forbidden', 'forbidden'],
    [404, 'order-not-found', 'order-not-found'],
    [504, 'view-behind', 'view-behind'],
    [504, 'service-timeout', 'service-timeout'],
    [503, 'database-unavailable', 'service-unavailable'],
    [404, 'route-not-found', 'service-unavailable'],
    [500, 'internal-error', 'service-unavailable'],
  ])('with %d %s is %s to the caller', (status, code, told) => expect(said(status, { code })[0]).toBe(told));

  it('is refused by the status alone where something on the way answered', () =>
    expect([401, 403, 502, 504].map((status) => said(status)[0])).toEqual([
      ...['unauthenticated', 'forbidden', 'service-unavailable', 'service-timeout'],
    ]));

  it('is refused with what says how to go on', () => {
    const challenge = { 'www-authenticate': 'Bearer realm="offset-zero"' };
    expect(said(401, undefined, { ...challenge, server: 'x' })).toEqual(['unauthenticated', challenge]);
    expect(said(503, undefined, { 'retry-after': '7' })).toEqual(['service-unavailable', { 'retry-after': '7' }]);
    expect(said(500)).toEqual(['service-unavailable', { 'retry-after': '1' }]);
  });
});
