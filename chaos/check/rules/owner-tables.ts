import { differing } from '../differing.ts';
import type { Facts, LogRecord, Value } from '../facts.ts';
import { lastOf, placeOf, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';
import { WHOLE_VALUES, type WholeValueTopic } from '../shop.ts';

/** The table of each owner says what a reader of its topic ends up with, from offset 0, compacted or not. */
export function ownerTables(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const [topic, keyName] of Object.entries(WHOLE_VALUES) as [WholeValueTopic, string][]) {
    const rows = new Map(
      (facts.tables[topic] as unknown as Value[]).filter(wasUsed).map((row) => [row[keyName] as string, row]),
    );
    const last = lastOf(facts, topic);
    for (const key of new Set([...rows.keys(), ...last.keys()])) {
      examined++;
      const [row, record] = [rows.get(key), last.get(key)];
      const what = wrong(row, record, facts.compaction === 'aggressive');
      if (what === undefined) continue;
      const evidence = { row, log: record && { at: placeOf(record), value: record.value } };
      breaches.push({ key, what: `${topic}: ${what}`, evidence });
    }
  }
  return { examined, breaches };
}

/** A row that only held a lock: nothing was ever published of it. */
const wasUsed = ({ version }: Value): boolean => version !== 0;

function wrong(row: Value | undefined, record: LogRecord | undefined, mayForget: boolean): string | undefined {
  if (row === undefined || row.deleted === true) {
    if (record?.value) return 'deleted at its owner, and yet the log ends with a value';
    if (row && record && versionOf(record) !== row.version)
      return `deleted as ${row.version}, not ${versionOf(record)}`;
    return row && !record && !mayForget ? 'deleted at its owner, and the log has no tombstone' : undefined;
  }
  if (!record?.value) return `the owner has it, the log ${record ? 'has deleted it' : 'knows nothing of it'}`;
  const fields = differing(record.value, row);
  return fields.length === 0 ? undefined : `the owner has another ${fields.join(', ')} than the log`;
}
