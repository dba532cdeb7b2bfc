import { describe, expect, it } from '@jest/globals';
import type { SubscriptionStatus } from '@offset-zero/messaging';
import { judge } from './readiness.ts';

const customers: SubscriptionStatus = {
  name: 'customers_1a2b3c4d',
  topic: 'customer',
  group: 'order-service.customers',
  partitions: [
    { partition: 0, next: 5, end: 5 },
    { partition: 1, next: 2, end: 2 },
  ],
  lag: 0,
  behindMs: 0,
  caughtUpOnce: true,
  lastMovedAt: 0,
  handled: 7,
  parked: 0,
  waiting: 0,
  oldestParkedMs: 0,
  oldestWaitingMs: 0,
  state: 'running',
};
const well = {
  stopping: false,
  database: true,
  views: [{ id: 'customers_1a2b3c4d', name: 'customers' }],
  subscriptions: [customers],
};

describe('readiness', () => {
  it('is given when the database answers and the views have caught up once', () =>
    expect(judge(well)).toEqual({
      ready: true,
      because: [],
      degraded: [],
      views: [{ name: 'customers', topic: 'customer', records: 7, lag: 0, caughtUp: true }],
    }));

  it.each([
    ['the database is away', { ...well, database: false }],
    ['a view is being filled', { ...well, subscriptions: [{ ...customers, caughtUpOnce: false }] }],
    ['a view has not even begun', { ...well, subscriptions: [] }],
    ['a subscription has stopped', { ...well, subscriptions: [{ ...customers, state: 'stopped' as const }] }],
    ['the service is stopping', { ...well, stopping: true }],
  ])('is not given while %s', (_, facts) => {
    expect(judge(facts).ready).toBe(false);
    expect(judge(facts).because).toHaveLength(1);
  });

  it.each([
    ['schemas-unknown', { ...well, schemas: 'the registry is away' }],
    ['relay-waiting', { ...well, relay: { lastError: 'no broker' } }],
    ['issuer-away', { ...well, issuer: 'nobody listens' }],
    ['of-its-own', { ...well, own: [{ code: 'of-its-own', detail: 'something else' }] }],
    ['consumer-waiting', { ...well, subscriptions: [{ ...customers, state: 'waiting' as const }] }],
    ['lag', { ...well, subscriptions: [{ ...customers, lag: 3 }] }],
    ['parked', { ...well, subscriptions: [{ ...customers, parked: 1 }] }],
    ['waiting', { ...well, subscriptions: [{ ...customers, waiting: 2, oldestWaitingMs: 9_000 }] }],
  ])('is only degraded: %s', (code, facts) => {
    const { ready, degraded } = judge(facts);
    expect([ready, degraded.map((each) => each.code)]).toEqual([true, [code]]);
  });

  it('asks a service without database and views for nothing', () =>
    expect(judge({ stopping: false, views: [], subscriptions: [] }).ready).toBe(true));
});
