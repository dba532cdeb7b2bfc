import { isAccepted } from '../accepted.ts';
import type { Facts } from '../facts.ts';
import { lastOf, recordsOf } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Line, Order, Stock } from '../shop.ts';

/** When all is quiet, onHand is the sum of all receipts and reserved the lines of the CONFIRMED orders. */
export function stockSums(facts: Facts): Finding {
  const accepted = sums(facts.writes.filter(isAccepted).filter((write) => write.kind === 'receipt'));
  const received = sums(
    recordsOf<Line>(facts, 'stock-events').flatMap(({ type, value }) => (type === 'GoodsReceived' ? [value!] : [])),
  );
  const orders = [...lastOf<Order>(facts, 'order').values()].flatMap(({ value }) => value ?? []);
  const promised = sums(orders.filter(({ status }) => status === 'CONFIRMED').flatMap(({ lines }) => lines));
  const stocks = lastOf<Stock>(facts, 'stock');

  const products = new Set([accepted, received, promised, stocks].flatMap((each) => [...each.keys()]));
  const breaches = [...products].flatMap((key): Finding['breaches'] => {
    const { onHand, reserved } = stocks.get(key)?.value ?? { onHand: 0, reserved: 0 };
    const expected = {
      accepted: accepted.get(key) ?? 0,
      received: received.get(key) ?? 0,
      confirmed: promised.get(key) ?? 0,
    };
    const evidence = { onHand, reserved, ...expected };
    const wrong: Finding['breaches'] = [];
    if (onHand !== expected.accepted || onHand !== expected.received) {
      const what = `onHand is ${onHand}, accepted were ${expected.accepted}, received ${expected.received}`;
      wrong.push({ key, what, evidence });
    }
    if (reserved !== expected.confirmed) {
      wrong.push({ key, what: `reserved is ${reserved}, confirmed are ${expected.confirmed}`, evidence });
    }
    return wrong;
  });
  return { examined: products.size, breaches };
}

function sums(lines: readonly Line[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { productId, quantity } of lines) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  return pieces;
}
