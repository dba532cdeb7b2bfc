import { atRecord, lose } from './change.ts';
import type { Plant } from './plant.ts';
import { FINAL, ORDERS, RECEIPTS, RESERVATIONS, STEPS, STORIES, VALUES } from './rule-names.ts';

/** Something of the log is gone. */
export const lost: Record<string, Plant> = {
  'a lost customer or product': { seenBy: [VALUES], plant: atRecord(['customer', 'product'], lose) },
  'a lost tombstone': { seenBy: [VALUES, FINAL], plant: atRecord([null], lose) },
  'a lost order event': {
    seenBy: [STORIES],
    plant: atRecord(['OrderPlaced', 'OrderConfirmed', 'OrderRejected'], lose),
  },
  'a lost cancellation': { seenBy: [ORDERS], plant: atRecord(['OrderCancelled'], lose) },
  'a lost receipt': { seenBy: [RECEIPTS, STEPS], plant: atRecord(['GoodsReceived'], lose) },
  'a lost command': { seenBy: [RESERVATIONS], plant: atRecord(['ReserveStock', 'ReleaseStock'], lose) },
  'a lost answer': {
    seenBy: [RESERVATIONS],
    plant: atRecord(['StockReserved', 'StockRejected', 'StockReleased'], lose),
  },
  'a lost value of an order': { seenBy: [STORIES], plant: atRecord(['order'], lose) },
  'a lost step of the stock': { seenBy: [STEPS], plant: atRecord(['stock'], lose) },
};
