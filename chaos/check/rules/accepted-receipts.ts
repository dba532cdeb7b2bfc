import { isAccepted } from '../accepted.ts';
import type { Facts } from '../facts.ts';
import { grouped, recordsOf } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Line } from '../shop.ts';

/**
 * The receipts of a product in the log are those that were accepted, none twice and no other. Clients are not told a
 * receipt's id, so they are matched by their quantities; the ids in the log must differ.
 */
export function acceptedReceipts(facts: Facts): Finding {
  const accepted = facts.writes.filter(isAccepted).filter((write) => write.kind === 'receipt');
  const received = recordsOf<Line & { receiptId: string }>(facts, 'stock-events').filter(
    ({ type }) => type === 'GoodsReceived',
  );
  const breaches: Finding['breaches'] = [];
  for (const [id, same] of grouped(received, ({ value }) => value!.receiptId)) {
    if (same.length > 1)
      breaches.push({ key: id, what: `a receipt is ${same.length} times in the log`, evidence: same });
  }
  const counts = new Map<string, { key: string; quantity: number; accepted: number; inLog: number }>();
  const countOf = (key: string, quantity: number) => {
    const name = `${key} ${quantity}`;
    if (!counts.has(name)) counts.set(name, { key, quantity, accepted: 0, inLog: 0 });
    return counts.get(name)!;
  };
  for (const { productId, quantity } of accepted) countOf(productId, quantity).accepted++;
  for (const { value } of received) countOf(value!.productId, value!.quantity).inLog++;
  for (const { key, ...count } of counts.values()) {
    if (count.accepted === count.inLog) continue;
    const what = `receipts of ${count.quantity} pieces: ${count.accepted} accepted, ${count.inLog} in the log`;
    breaches.push({ key, what, evidence: count });
  }
  return { examined: accepted.length, breaches };
}
