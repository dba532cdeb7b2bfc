import type { Facts, Value, Write } from './facts.ts';
import { grouped } from './log.ts';

export interface AcceptedValue {
  id: string;
  key: string;
  version: number;
  /** What the client sent; null for a deletion. */
  value: Value | null;
}

/**
 * The accepted writes of customers or products by key, each key's in the order of the versions that their clients were
 * told. An unchanged PUT is told the version that was there: it is named once.
 */
export function acceptedValues(facts: Facts, kind: 'customer' | 'product'): Map<string, AcceptedValue[]> {
  const accepted = facts.writes.flatMap((write) => (isAccepted(write) && write.kind === kind ? told(write) : []));
  const distinct = new Map(accepted.map((write) => [JSON.stringify([write.key, write.version, write.value]), write]));
  const histories = grouped([...distinct.values()], ({ key }) => key);
  for (const history of histories.values()) history.sort((a, b) => a.version - b.version);
  return histories;
}

export const isAccepted = ({ outcome }: Write): boolean => outcome === 'accepted';

/** Nothing where the client was not told everything, which `resolved` complains of. */
function told({ id, key, version, value }: Extract<Write, { value: unknown }>): AcceptedValue[] {
  return key === undefined || version === undefined ? [] : [{ id, key, version, value }];
}
