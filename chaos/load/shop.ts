import type { JournalEntry } from '../journal.ts';
import type { Random } from '../plan/random.ts';

/** A thing that the clients know, as they know it. */
export interface Known {
  key: string;
  version: number;
}

/**
 * What the clients of the run know of the shop. A customer or product has one writer at a time: while the outcome of a
 * write is not known nobody else writes to it, so that a later look at its version tells the outcome.
 */
export interface KnownShop {
  customers(): string[];
  products(): string[];
  orders(): string[];
  /** A customer or product nobody is writing to, which from now on somebody is; undefined when there is none. */
  take(kind: 'customer' | 'product', random: Random): Known | undefined;
  /** Learns from an entry whose outcome is known, and lets go of what was taken for it. */
  learn(entry: JournalEntry): void;
}

/** Cancellations are for orders of the last moments: those may still be on their way. */
const ORDERS_KEPT = 100;

export function createKnownShop(): KnownShop {
  const things = { customer: new Map<string, number>(), product: new Map<string, number>() };
  const taken = new Set<string>();
  const orders: string[] = [];

  return {
    customers: () => [...things.customer.keys()],
    products: () => [...things.product.keys()],
    orders: () => orders,
    take(kind, random) {
      const free = [...things[kind].keys()].filter((key) => !taken.has(key));
      if (free.length === 0) return undefined;
      const key = random.pick(free);
      taken.add(key);
      return { key, version: things[kind].get(key)! };
    },
    learn({ op, key, outcome, version }) {
      if (key === undefined) return;
      const [kind, verb] = op.split('.') as [string, string];
      if (kind === 'order') {
        if (verb === 'place' && outcome === 'accepted') orders.push(key);
        if (orders.length > ORDERS_KEPT) orders.shift();
      }
      if (kind !== 'customer' && kind !== 'product') return;
      if (outcome === 'accepted') {
        if (verb === 'delete') things[kind].delete(key);
        else things[kind].set(key, version!);
      }
      taken.delete(key);
    },
  };
}
