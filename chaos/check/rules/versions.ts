import type { Facts, LogRecord } from '../facts.ts';
import { historiesOf, told, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';
import { WHOLE_VALUES } from '../shop.ts';

/**
 * The versions of each key begin with 1 and rise by one in the order of the log, a tombstone takes one too; where
 * compaction has taken records away they still rise. A header says the same as the value. Events carry the version that
 * they led to. A key stays in one partition, or it would have no order.
 */
export function versions(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const topic of [...Object.keys(WHOLE_VALUES), 'order-events']) {
    const gaps = facts.compaction === 'aggressive' && topic !== 'order-events';
    for (const [key, records] of historiesOf(facts, topic)) {
      examined += records.length;
      for (const what of wrongIn(records, gaps))
        breaches.push({ key, what: `${topic}: ${what}`, evidence: told(records) });
    }
  }
  return { examined, breaches };
}

function* wrongIn(records: LogRecord[], gaps: boolean): Generator<string> {
  if (new Set(records.map(({ partition }) => partition)).size > 1) yield 'the key lies in several partitions';
  let last = 0;
  for (const record of records) {
    const version = versionOf(record);
    if (String(version) !== record.headers.ce_version) {
      yield `the value has version ${version}, its header ${record.headers.ce_version}`;
    }
    if (version === undefined) continue;
    if (version <= last) yield `version ${version} comes after version ${last}`;
    else if (version > last + 1 && !gaps) yield `version ${version} comes after version ${last}: something is missing`;
    last = Math.max(last, version);
  }
}
