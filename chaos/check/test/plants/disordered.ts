import { atRecord, swap } from './change.ts';
import type { Plant } from './plant.ts';
import { IDS, ORDER, RESERVATIONS, STORIES, VERSIONS } from './rule-names.ts';

/** Something came in the wrong order, or cannot be ordered. */
export const disordered: Record<string, Plant> = {
  'two customers’ writes in the wrong order': {
    seenBy: [VERSIONS, ORDER],
    plant: (facts, n) => swap(facts, 'customer', n),
  },
  'two products’ writes in the wrong order': {
    seenBy: [VERSIONS, ORDER],
    plant: (facts, n) => swap(facts, 'product', n),
  },
  'two order events in the wrong order': {
    seenBy: [VERSIONS, STORIES],
    plant: (facts, n) => swap(facts, 'order-events', n),
  },
  'two commands in the wrong order': { seenBy: [RESERVATIONS], plant: (facts, n) => swap(facts, 'stock-commands', n) },
  'a version left out': {
    seenBy: [VERSIONS],
    plant: atRecord(['customer', 'product', 'stock', 'order'], (record) => {
      const version = (record.value!.version as number) + 1;
      record.value!.version = version;
      record.headers.ce_version = `${version}`;
    }),
  },
  'a header with another version than its value': {
    seenBy: [VERSIONS],
    plant: atRecord(['customer', 'product', 'stock', 'order'], ({ headers }) => (headers.ce_version = '99')),
  },
  'a key in two partitions': {
    seenBy: [VERSIONS],
    plant: atRecord(['OrderConfirmed', 'OrderRejected', 'OrderCancelled'], (record) => {
      record.partition = (record.partition + 1) % 3;
    }),
  },
  'an event without an id': {
    seenBy: [IDS],
    plant: atRecord(['OrderPlaced', 'customer'], ({ headers }) => delete headers.ce_id),
  },
};
