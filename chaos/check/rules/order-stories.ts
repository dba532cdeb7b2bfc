import { differing } from '../differing.ts';
import type { Facts, LogRecord } from '../facts.ts';
import { historiesOf, told } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Order } from '../shop.ts';

const STATUS: Record<string, string> = {
  OrderPlaced: 'PLACED',
  OrderConfirmed: 'CONFIRMED',
  OrderRejected: 'REJECTED',
  OrderCancelled: 'CANCELLED',
};

/** What an order may have been, one after the other, when all is quiet: no story ends with PLACED. */
const STORIES = new Set(['PLACED CONFIRMED', 'PLACED REJECTED', 'PLACED CANCELLED', 'PLACED CONFIRMED CANCELLED']);

/** Every order has come to an end, on an allowed way; and its whole values tell the same as its events. */
export function orderStories(facts: Facts): Finding {
  const events = historiesOf(facts, 'order-events');
  const orders = historiesOf<Order>(facts, 'order');
  const keys = new Set([...events.keys(), ...orders.keys()]);
  const breaches: Finding['breaches'] = [];
  for (const key of keys) {
    const [happened, values] = [events.get(key) ?? [], orders.get(key) ?? []];
    const story = happened.map(({ type }) => STATUS[type ?? ''] ?? `${type}`);
    const found = [...wrongStory(story), ...wrongValues(story, happened, values, facts.compaction === 'held')];
    const evidence = { events: told(happened), values: values.map(({ value }) => value) };
    for (const what of found) breaches.push({ key, what, evidence });
  }
  return { examined: keys.size, breaches };
}

function* wrongStory(story: string[]): Generator<string> {
  if (story.at(-1) === 'PLACED') yield 'an order waits for ever: it is still PLACED';
  else if (!STORIES.has(story.join(' '))) yield `an order cannot have been ${story.join(', ') || 'nothing'}`;
}

function* wrongValues(
  story: string[],
  events: LogRecord[],
  values: LogRecord<Order>[],
  isWhole: boolean,
): Generator<string> {
  const statuses = values.map(({ value }) => value?.status ?? 'deleted');
  const last = values.at(-1)?.value;
  if (isWhole && statuses.join() !== story.join()) {
    yield `the events say ${story.join(', ')}, the topic order says ${statuses.join(', ')}`;
  } else if (!last || last.status !== story.at(-1)) {
    yield `the events end with ${story.at(-1)}, the topic order with ${last?.status ?? 'nothing'}`;
  } else {
    const happened = Object.assign({}, ...events.map(({ value }) => value)) as Partial<Order>;
    const { customerId, lines, total, placedAt, reason = null } = happened;
    const fields = differing({ customerId, lines, total, placedAt, reason }, last);
    if (fields.length > 0) yield `the last value has another ${fields.join(', ')} than the events`;
  }
}
