import type { Facts } from '../facts.ts';
import { grouped, told } from '../log.ts';
import type { Finding } from '../report.ts';

/** No fact is published twice: a `ce_id` comes once in all of the log. */
export function eventIds({ log }: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  for (const [id, records] of grouped(log, ({ headers }) => headers.ce_id ?? '')) {
    const { key } = records[0]!;
    if (id === '') breaches.push({ key, what: 'a record has no ce_id', evidence: told(records) });
    else if (records.length > 1) {
      breaches.push({ key, what: `the event ${id} is ${records.length} times in the log`, evidence: told(records) });
    }
  }
  return { examined: log.length, breaches };
}
