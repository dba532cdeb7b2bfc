import { isDeepStrictEqual } from 'node:util';
import { acceptedValues } from '../accepted.ts';
import type { Facts } from '../facts.ts';
import { historiesOf, told, versionOf } from '../log.ts';
import type { Finding } from '../report.ts';

/**
 * Each customer's and each product's records come in the order in which the writes were accepted. Looked at are those
 * that are there: what is missing is for `accepted-values`.
 */
export function orderPerKey(facts: Facts): Finding {
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const topic of ['customer', 'product'] as const) {
    const accepted = acceptedValues(facts, topic);
    for (const [key, records] of historiesOf(facts, topic)) {
      examined += records.length;
      const versions = new Set((accepted.get(key) ?? []).map(({ version }) => version));
      const logged = records.map((record) => versionOf(record) ?? 0).filter((version) => versions.has(version));
      const expected = [...versions].filter((version) => logged.includes(version));
      if (isDeepStrictEqual(logged, expected)) continue;
      const what = `${topic}: accepted as ${expected.join(', ')}, in the log as ${logged.join(', ')}`;
      breaches.push({ key, what, evidence: told(records) });
    }
  }
  return { examined, breaches };
}
