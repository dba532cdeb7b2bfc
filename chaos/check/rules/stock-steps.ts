import type { Facts, LogRecord } from '../facts.ts';
import { historiesOf, recordsOf, told } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Line, Stock } from '../shop.ts';

/**
 * Every step of a product's stock is one event's effect, and every event had its effect once: the changes of onHand are
 * the receipts, those of reserved the lines that were reserved and given back. Finds two wrongs that add up to nothing.
 * Steps can be seen only where compaction has left all records.
 */
export function stockSteps(facts: Facts): Finding {
  if (facts.compaction === 'aggressive') return { examined: 0, breaches: [] };
  const expected = effects(facts);
  const stocks = historiesOf<Stock>(facts, 'stock');
  const breaches: Finding['breaches'] = [];
  let examined = 0;
  for (const key of new Set([...expected.keys(), ...stocks.keys()])) {
    const records = stocks.get(key) ?? [];
    examined += records.length;
    const found = steps(records).sort().join(' · ');
    const wanted = (expected.get(key) ?? []).sort().join(' · ');
    if (found === wanted) continue;
    const what = 'the steps of the stock are not the effects of the events';
    breaches.push({ key, what, evidence: { steps: found, events: wanted, log: told(records) } });
  }
  return { examined, breaches };
}

const step = (onHand: number, reserved: number): string => `onHand ${onHand}, reserved ${reserved}`;

function steps(records: LogRecord<Stock>[]): string[] {
  const values = records.map(({ value }) => value ?? { onHand: 0, reserved: 0 });
  return values.map(({ onHand, reserved }, i) => {
    const before = values[i - 1] ?? { onHand: 0, reserved: 0 };
    return step(onHand - before.onHand, reserved - before.reserved);
  });
}

interface StockEvent extends Partial<Line> {
  lines?: Line[];
}

/** By product, what each event must have done to it. */
function effects(facts: Facts): Map<string, string[]> {
  const byProduct = new Map<string, string[]>();
  const held = new Map<string, Line[]>();
  const add = (productId: string, effect: string) =>
    byProduct.set(productId, [...(byProduct.get(productId) ?? []), effect]);
  for (const { key, type, value } of recordsOf<StockEvent>(facts, 'stock-events')) {
    if (type === 'GoodsReceived') add(value!.productId!, step(value!.quantity!, 0));
    if (type === 'StockReserved') held.set(key, value!.lines!);
    const sign = type === 'StockReserved' ? 1 : type === 'StockReleased' ? -1 : 0;
    if (sign !== 0) for (const line of held.get(key) ?? []) add(line.productId, step(0, sign * line.quantity));
    if (type === 'StockReleased') held.delete(key);
  }
  return byProduct;
}
