import { type AcceptedValue, acceptedValues } from '../accepted.ts';
import type { Facts, LogRecord } from '../facts.ts';
import { lastOf, placeOf, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * The last record of a key is the last write that was accepted: what a reader who begins at offset 0 ends up with, also
 * after compaction. Of what was deleted last it is a tombstone, or under compaction nothing. Only this finds the late write
 * of a process that was believed dead.
 */
export function finalValues(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const topic of ['customer', 'product'] as const) {
    const last = lastOf(facts, topic);
    for (const [key, writes] of acceptedValues(facts, topic)) {
      examined++;
      const what = wrong(writes.at(-1)!, last.get(key), facts.compaction === 'aggressive');
      if (what === undefined) continue;
      const found = last.get(key);
      const evidence = { accepted: writes.at(-1), last: found && { at: placeOf(found), value: found.value } };
      breaches.push({ key, what: `${topic}: ${what}`, evidence });
    }
  }
  return { examined, breaches };
}

function wrong(write: AcceptedValue, last: LogRecord | undefined, mayForget: boolean): string | undefined {
  if (last === undefined) {
    return write.value === null && mayForget ? undefined : `nothing is left, accepted was version ${write.version}`;
  }
  if (write.value === null && last.value !== null) return 'deleted, and yet the log ends with a value';
  const version = versionOf(last);
  return version === write.version ? undefined : `the log ends with version ${version}, accepted was ${write.version}`;
}
