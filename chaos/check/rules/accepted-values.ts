import { type AcceptedValue, acceptedValues } from '../accepted.ts';
import { differing } from '../differing.ts';
import type { Facts, LogRecord } from '../facts.ts';
import { historiesOf, told, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * Every accepted write of a customer or a product is in the log exactly once, with what the client sent; and nothing is
 * there that no client was told of: a refused write, or one that was rolled back. Under compaction at most once, since
 * what is overwritten may be gone; `final-values` looks for the last of each key.
 */
export function acceptedValuesOnce(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const topic of ['customer', 'product'] as const) {
    const accepted = acceptedValues(facts, topic);
    const logged = historiesOf(facts, topic);
    for (const key of new Set([...accepted.keys(), ...logged.keys()])) {
      const [writes, records] = [accepted.get(key) ?? [], logged.get(key) ?? []];
      examined += writes.length + records.length;
      const found = [...missing(writes, records, facts.compaction === 'held'), ...unexplained(writes, records)];
      for (const what of found) {
        breaches.push({ key, what: `${topic}: ${what}`, evidence: { accepted: writes, log: told(records) } });
      }
    }
  }
  return { examined, breaches };
}

function* missing(writes: AcceptedValue[], records: LogRecord[], isWhole: boolean): Generator<string> {
  for (const { version, value } of writes) {
    const same = records.filter((record) => versionOf(record) === version);
    const others = writes.filter((write) => write.version === version);
    if (others.length > 1)
      yield `version ${version} was told to ${others.length} clients who had sent different things`;
    else if (same.length === 0 && isWhole) yield `the accepted version ${version} is lost`;
    else if (same.length > 1) yield `the accepted version ${version} is ${same.length} times in the log`;
    else if (same.length === 1) yield* otherwise(version, value, same[0]!.value);
  }
}

function* otherwise(version: number, sent: object | null, logged: object | null): Generator<string> {
  if (sent === null || logged === null) {
    if (sent !== logged) yield `version ${version} is ${logged ? 'a value' : 'a tombstone'}, which nobody asked for`;
  } else {
    const fields = differing(sent, logged);
    if (fields.length > 0) yield `version ${version} has another ${fields.join(', ')} than was accepted`;
  }
}

function* unexplained(writes: AcceptedValue[], records: LogRecord[]): Generator<string> {
  const versions = new Set(writes.map(({ version }) => version));
  for (const record of records) {
    const version = versionOf(record);
    if (!versions.has(version ?? -1)) yield `version ${version} is in the log, and no such write was accepted`;
  }
}
