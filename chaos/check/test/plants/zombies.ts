import type { Facts } from '../../facts.ts';
import { nth } from './change.ts';
import type { Plant } from './plant.ts';
import { FINAL, OWNERS } from './rule-names.ts';

/** What a process that was believed dead writes after compaction has taken its own time away: an old value comes last. */
export const zombies: Record<string, Plant> = {
  'an old value behind a new one': {
    seenBy: [FINAL, OWNERS],
    plant: (facts, n) => wakeUp(facts, n, (write, last) => write !== last && write.value !== null),
  },
  'an old value behind a deletion': {
    seenBy: [FINAL, OWNERS],
    plant: (facts, n) => wakeUp(facts, n, (write, last) => write.value !== null && last.value === null),
  },
};

type ValueWrite = Extract<Facts['writes'][number], { kind: 'customer' | 'product' }>;

/** Every view follows the log, as it should: only the owner and the clients know better. */
function wakeUp(facts: Facts, n: number, fits: (write: ValueWrite, last: ValueWrite) => boolean): boolean {
  const writes = facts.writes.filter((write) => write.outcome === 'accepted' && 'value' in write) as ValueWrite[];
  const lastOf = (key?: string) => writes.findLast((write) => write.key === key)!;
  const old = nth(
    writes.filter((write) => fits(write, lastOf(write.key))),
    n,
  );
  if (!old) return false;
  const { kind: topic, key, version } = old as ValueWrite & { key: string };
  facts.log = facts.log.filter((record) => record.topic !== topic || record.key !== key);
  const value = { [`${topic}Id`]: key, version, firstName: '', lastName: '', name: '', ...old.value };
  const headers = { ce_id: 'zombie', ce_version: `${version}` };
  facts.log.push({ topic, partition: 0, offset: 0, key, type: topic, value, headers });
  return true;
}
