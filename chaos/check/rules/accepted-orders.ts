import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../accepted.ts';
import type { Facts, LogRecord, Write } from '../facts.ts';
import { grouped, historiesOf, told } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Line, OrderPlaced } from '../shop.ts';

/** Every accepted order and cancellation is in the log exactly once, and none that was refused. */
export function acceptedOrders(facts: Facts): Finding {
  const accepted = facts.writes.filter(isAccepted);
  const placed = accepted.filter((write) => write.kind === 'order');
  const orders = grouped(placed, ({ orderId }) => orderId ?? '');
  const cancelled = new Set(accepted.flatMap((write) => (write.kind === 'cancellation' ? [write.orderId] : [])));
  const histories = historiesOf(facts, 'order-events');
  const breaches: Finding['breaches'] = [];
  for (const key of new Set([...orders.keys(), ...cancelled, ...histories.keys()])) {
    const events = histories.get(key) ?? [];
    const found = [...wrongOrder(orders.get(key) ?? [], events), ...wrongCancellation(cancelled.has(key), events)];
    for (const what of found) breaches.push({ key, what, evidence: { accepted: orders.get(key), log: told(events) } });
  }
  return { examined: placed.length + cancelled.size, breaches };
}

type Placing = Extract<Write, { kind: 'order' }>;

function* wrongOrder(accepted: Placing[], events: LogRecord[]): Generator<string> {
  const placed = events.filter(({ type }) => type === 'OrderPlaced') as LogRecord<OrderPlaced>[];
  if (accepted.length > 1) yield `${accepted.length} accepted orders were given the same id`;
  if (accepted.length === 0) yield 'an order is in the log, and no such order was accepted';
  else if (placed.length !== 1) yield `an accepted order was placed ${placed.length} times`;
  else if (placed[0]!.value?.customerId !== accepted[0]!.customerId) yield 'an order is of another customer';
  else if (!isDeepStrictEqual(piecesOf(placed[0]!.value.lines), piecesOf(accepted[0]!.lines))) {
    yield 'an order has other lines than were accepted';
  }
}

const piecesOf = (lines: readonly Line[]): Line[] => lines.map(({ productId, quantity }) => ({ productId, quantity }));

function* wrongCancellation(accepted: boolean, events: LogRecord[]): Generator<string> {
  const times = events.filter(({ type }) => type === 'OrderCancelled').length;
  if (accepted && times !== 1) yield `an accepted cancellation is ${times} times in the log`;
  if (!accepted && times > 0) yield 'a cancellation is in the log, and none was accepted';
}
