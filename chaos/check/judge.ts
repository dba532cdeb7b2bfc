import type { Facts } from './facts.ts';
import type { Finding, Report } from './report.ts';
import { acceptedOrders } from './rules/accepted-orders.ts';
import { acceptedReceipts } from './rules/accepted-receipts.ts';
import { acceptedValuesOnce } from './rules/accepted-values.ts';
import { causes } from './rules/causes.ts';
import { decodable } from './rules/decodable.ts';
import { eventIds } from './rules/event-ids.ts';
import { finalValues } from './rules/final-values.ts';
import { orderPerKey } from './rules/order-per-key.ts';
import { orderStories } from './rules/order-stories.ts';
import { outboxes } from './rules/outboxes.ts';
import { ownerTables } from './rules/owner-tables.ts';
import { parked } from './rules/parked.ts';
import { positions } from './rules/positions.ts';
import { reservations } from './rules/reservations.ts';
import { resolved } from './rules/resolved.ts';
import { stockBounds } from './rules/stock-bounds.ts';
import { stockSteps } from './rules/stock-steps.ts';
import { stockSums } from './rules/stock-sums.ts';
import { toldReceipts } from './rules/told-receipts.ts';
import { transactions } from './rules/transactions.ts';
import { versions } from './rules/versions.ts';
import { views } from './rules/views.ts';

/** The laws of the shop, by the names that the report gives them. */
export const RULES = {
  'every outcome is known': resolved,
  'accepted customers and products are in the log once, refused ones not': acceptedValuesOnce,
  'accepted orders and cancellations are in the log once': acceptedOrders,
  'accepted receipts are in the log once': acceptedReceipts,
  'what clients were told of receipts adds up': toldReceipts,
  'no event comes twice': eventIds,
  'each message is handled once': causes,
  'every record can be decoded': decodable,
  'versions rise by one': versions,
  'the order of each key is that of its writes': orderPerKey,
  'the last value is the last accepted write': finalValues,
  'stock is never oversold': stockBounds,
  'onHand is the receipts, reserved the confirmed orders': stockSums,
  'each event changes the stock once': stockSteps,
  'every order has ended, and its values tell its events': orderStories,
  'reservations follow the orders': reservations,
  'the owners’ tables are their topics': ownerTables,
  'every view is the fold of its topic': views,
  'outboxes are empty': outboxes,
  'nothing is parked': parked,
  'everything is read': positions,
  'no transaction is open': transactions,
} satisfies Record<string, (facts: Facts) => Finding>;

export type RuleName = keyof typeof RULES;

/** What each rule makes of the facts. */
export const judge = (facts: Facts): Report => ({
  checks: Object.entries(RULES).map(([name, rule]) => {
    const { examined, breaches } = rule(facts);
    return { name, examined, breaches: breaches.map((breach) => ({ check: name, ...breach })) };
  }),
});
