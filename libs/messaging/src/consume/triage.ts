import { WAITS_FOR } from '../waiting/missing.ts';
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
  /** Keys that this plan parks and that were not parked before, for more than missing data: what the breaker counts. */
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
      if (isParked && supersede && fault.code === WAITS_FOR) supersedeParked(plan, message);
      plan.park.push({ message, fault });
      plan.parkedKeys.add(message.identity);
    } else if (isParked && supersede && (!unhandled || message.value === null)) {
      supersedeParked(plan, message);
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
  plan.newKeys = newlyParked(plan.park, parked);
  return plan;
}

function supersedeParked(plan: Plan, { identity }: Received): void {
  plan.freed.add(identity);
  plan.parkedKeys.delete(identity);
  plan.park = plan.park.filter((each) => each.message.identity !== identity);
}

function newlyParked(park: ToPark[], before: ReadonlySet<string>): number {
  const met = new Set(before);
  let keys = 0;
  for (const { message, fault } of park) {
    if (!met.has(message.identity) && fault.code !== WAITS_FOR) keys++;
    met.add(message.identity);
  }
  return keys;
}
