import type { Facts } from '../facts.ts';
import { placeOf, recordsOf } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Stock } from '../shop.ts';

/** At no time is more promised than there is, or less than nothing. */
export function stockBounds(facts: Facts): Finding {
  const records = recordsOf<Stock>(facts, 'stock');
  const breaches = records.flatMap((record): Finding['breaches'] => {
    const { key, value } = record;
    if (value === null) return [{ key, what: 'the stock of a product was deleted', evidence: placeOf(record) }];
    if (0 <= value.reserved && value.reserved <= value.onHand) return [];
    const what = `${value.reserved} pieces are reserved of ${value.onHand}`;
    return [{ key, what, evidence: { at: placeOf(record), value } }];
  });
  return { examined: records.length, breaches };
}
