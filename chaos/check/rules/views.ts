import { differing } from '../differing.ts';
import type { Facts, LogRecord, View, ViewRow } from '../facts.ts';
import { KEPT } from '../kept.ts';
import { lastOf, placeOf, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * Every view is the fold of its topic: of each key the last value, deleted ones gone, each row from the offset of that
 * value. A deletion leaves key, offset and version behind and nothing else.
 */
export function views(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  const present = new Set(facts.views.map(({ service, name }) => `${service}.${name}`));
  for (const name of Object.keys(KEPT)) {
    if (!present.has(name)) breaches.push({ key: name, what: 'the view is not there', evidence: [...present] });
  }
  for (const view of facts.views) {
    const name = `${view.service}.${view.name}`;
    if (KEPT[name]?.topic !== view.topic) {
      breaches.push({ key: name, what: 'the checker does not know this view: add it to kept.ts', evidence: view.id });
      continue;
    }
    const last = lastOf(facts, view.topic);
    const rows = new Map(view.rows.map((row) => [row.key, row]));
    for (const key of new Set([...rows.keys(), ...last.keys()])) {
      examined++;
      const [row, record] = [rows.get(key), last.get(key)];
      const what = wrong(view, row, record);
      const evidence = { row, log: record && { at: placeOf(record), value: record.value } };
      if (what !== undefined) breaches.push({ key, what: `${view.service}, ${view.id}: ${what}`, evidence });
    }
  }
  return { examined, breaches };
}

function wrong({ service, name }: View, row: ViewRow | undefined, record: LogRecord | undefined): string | undefined {
  if (record?.value) {
    if (row === undefined || row.deleted) return 'the row is missing';
    const fields = differing(KEPT[`${service}.${name}`]!.row(record.value), row.columns);
    if (fields.length > 0) return `the row has another ${fields.join(', ')}`;
  } else if (row !== undefined) {
    if (!row.deleted) return 'the row should have been deleted';
    const left = Object.keys(row.columns).filter((column) => row.columns[column] !== null);
    if (left.length > 0) return `of a deleted row ${left.join(', ')} is left`;
  }
  if (!row || !record) return undefined;
  if (row.offset !== record.offset || row.partition !== record.partition) return 'the row comes from another record';
  return row.version === versionOf(record) ? undefined : `the row has version ${row.version}`;
}
