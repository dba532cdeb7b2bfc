import type { ServiceSample, SubscriptionSample } from './service-sample.ts';

/**
 * What several instances of one service say, as one: counters of processes are added up, what stands in their database is
 * the same for all, and how far they are is known best by the one that is furthest. Undefined for none.
 */
export function asOne(instances: readonly ServiceSample[]): ServiceSample | undefined {
  const [first, ...others] = instances;
  if (first === undefined || others.length === 0) return first;
  return {
    startedAt: Math.max(...instances.map(({ startedAt }) => startedAt)),
    ready: instances.some(({ ready }) => ready),
    degraded: [...new Set(instances.flatMap(({ degraded }) => degraded))],
    outbox: instances.find(({ outbox }) => outbox !== undefined)?.outbox,
    published: byKey(
      instances.map(({ published }) => published),
      (a, b) => a + b,
    ),
    subscriptions: first.subscriptions.map(({ name }) =>
      oneSubscription(instances.flatMap(({ subscriptions }) => subscriptions.filter((each) => each.name === name))),
    ),
  };
}

function oneSubscription(said: SubscriptionSample[]): SubscriptionSample {
  const all = (of: (each: SubscriptionSample) => number | undefined) =>
    said.map(of).filter((each) => each !== undefined);
  const least = (numbers: number[]) => (numbers.length === 0 ? undefined : Math.min(...numbers));
  const leading = said.find(({ state }) => state === 'running') ?? said[0]!;
  return {
    ...leading,
    lag: least(all(({ lag }) => lag)),
    lagSeconds: least(all(({ lagSeconds }) => lagSeconds)),
    handled: all(({ handled }) => handled).reduce((sum, each) => sum + each, 0),
    caughtUp: said.some(({ caughtUp }) => caughtUp),
    next: byKey(
      said.map(({ next }) => next),
      Math.max,
    ),
  };
}

function byKey<Key>(maps: ReadonlyMap<Key, number>[], join: (a: number, b: number) => number): Map<Key, number> {
  const joined = new Map<Key, number>();
  for (const [key, value] of maps.flatMap((map) => [...map])) {
    const before = joined.get(key);
    joined.set(key, before === undefined ? value : join(before, value));
  }
  return joined;
}
