import { expect, it } from '@jest/globals';
import { asOne } from './instances.ts';
import type { ServiceSample } from './service-sample.ts';

const instance = (
  published: number,
  lag: number,
  next: number,
  change: Partial<ServiceSample> = {},
): ServiceSample => ({
  ...{ startedAt: published, ready: true, degraded: [], outbox: { depth: 1, oldestSeconds: 0 } },
  published: new Map([['order', published]]),
  subscriptions: [
    {
      ...{ name: 'customers', topic: 'customer', state: 'running', caughtUp: true, parked: 2, waiting: 0 },
      ...{ lag, lagSeconds: lag, handled: 10, next: new Map([[0, next]]) },
    },
  ],
  ...change,
});

it('several instances of a service speak as one: what each has done is added up, and the furthest knows how far', () => {
  const one = asOne([
    instance(5, 3, 7, { ready: false, degraded: ['lag'] }),
    instance(2, 0, 9, { degraded: ['lag'] }),
  ])!;
  expect(one).toMatchObject({ startedAt: 5, ready: true, degraded: ['lag'], outbox: { depth: 1 } });
  expect(one.published).toEqual(new Map([['order', 7]]));
  expect(one.subscriptions[0]).toMatchObject({ lag: 0, lagSeconds: 0, handled: 20, parked: 2 });
  expect(one.subscriptions[0]!.next).toEqual(new Map([[0, 9]]));
});

it('one instance speaks for itself, and none says nothing', () => {
  const only = instance(1, 1, 1);
  expect(asOne([only])).toBe(only);
  expect(asOne([])).toBeUndefined();
});
