import type { Facts, LogRecord } from '../facts.ts';
import { grouped, placeOf, told } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * What a message has set off, it has set off once: of one cause there is one record of each kind for each key, and the cause
 * is itself in the log. It tells a message that was handled twice even where the rules of the shop would forgive it.
 */
export function causes({ log }: Facts): Finding {
  const ids = new Set(log.map(({ headers }) => headers.ce_id));
  const effects = log.filter(({ headers }) => headers.ce_causationid !== undefined);
  const breaches: Finding['breaches'] = [];
  for (const same of grouped(effects, nameOf).values()) {
    const [{ key, type, headers }] = same as [LogRecord];
    if (same.length === 1) continue;
    const what = `${headers.ce_causationid} has set off ${same.length} times ${type ?? 'a tombstone'}`;
    breaches.push({ key, what, evidence: told(same) });
  }
  for (const record of effects) {
    if (ids.has(record.headers.ce_causationid)) continue;
    breaches.push({ key: record.key, what: 'the cause of a record is not in the log', evidence: placeOf(record) });
  }
  return { examined: effects.length, breaches };
}

const nameOf = ({ topic, key, type, headers }: LogRecord): string =>
  [headers.ce_causationid, topic, key, type].join(' ');
