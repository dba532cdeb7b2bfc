import type { Service } from './service.ts';

/** As `GET /ops/subscriptions` gives it. */
export interface Subscription {
  name: string;
  topic: string;
  group: string;
  state: string;
  code?: string;
  error?: string;
  lag: number;
  behindMs: number;
  parked: number;
  waiting: number;
  partitions: { partition: number; next: number; end: number; replaying: boolean }[];
}

/** All of a service or, with `name`, that one. Throws one line that says which there are. */
export async function subscriptionsOf(service: Service, name?: string): Promise<Subscription[]> {
  const { items } = await service.get<{ items: Subscription[] }>('subscriptions');
  if (name === undefined) return items;
  const found = items.filter((each) => each.name === name);
  if (found.length > 0) return found;
  const names = items.map((each) => each.name);
  throw new Error(`${service.name} has no subscription "${name}". It has: ${names.join(', ') || 'none'}`);
}
