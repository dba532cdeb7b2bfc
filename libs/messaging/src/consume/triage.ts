import type { Fault, Received } from './received.ts';
import { textOf } from './sort-error.ts';

export const WAITS_BEHIND = 'waits-behind';

export interface ToPark {
  message: Received;
  fault: Fault;
}

export interface Plan {
  /** To be handled, in the log's order. */
  apply: Received[];
  park: ToPark[];
  /** Keys (their `identity`, as everywhere here) whose parked messages a later value has made pointless. */
  freed: Set<string>;
  /** The keys that are parked when the plan is done. */
  parkedKeys: Set<string>;
  /** Keys that this plan parks and that were not parked before: what the breaker counts. */
  newKeys: number;
}

/**
 * What becomes of messages of one partition in the log's order, given the keys that are parked. A message with a fault
 * is parked, and with it everything later of its key, so that no key is ever handled out of order. Where values
 * supersede one another, a later one that can be decoded, or a tombstone, frees the key instead.
 */
export function triage(messages: Received[], parked: ReadonlySet<string>, supersede: boolean): Plan {
  const plan: Plan = { apply: [], park: [], freed: new Set(), parkedKeys: new Set(parked), newKeys: 0 };
  for (const message of messages) {
    const { fault, unhandled } = message;
    const isParked = plan.parkedKeys.size > 0 && plan.parkedKeys.has(message.identity);
    if (fault) {
      plan.park.push({ message, fault });
      plan.parkedKeys.add(message.identity);
    } else if (isParked && supersede && (!unhandled || message.value === null)) {
      const { identity } = message;
      plan.freed.add(identity);
      plan.parkedKeys.delete(identity);
      plan.park = plan.park.filter((each) => each.message.identity !== identity);
      if (!unhandled) plan.apply.push(message);
    } else if (unhandled) {
      continue;
    } else if (isParked) {
      const error = textOf(`waits behind an earlier message of ${message.key}`);
      plan.park.push({ message, fault: { code: WAITS_BEHIND, error } });
    } else {
      plan.apply.push(message);
    }
  }
  for (const key of plan.parkedKeys) if (!parked.has(key)) plan.newKeys++;
  return plan;
}
