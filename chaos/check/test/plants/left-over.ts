import { atRecord, nth } from './change.ts';
import type { Plant } from './plant.ts';

/** Something is not finished. */
export const leftOver: Record<string, Plant> = {
  'a fact left in the outbox': {
    seenBy: ['outboxes are empty'],
    plant: (facts, n) => nth(facts.outboxes, n)!.rows.push({ eventId: 'e', topic: 'customer', key: 'c' }) > 0,
  },
  'a message left parked': {
    seenBy: ['nothing is parked'],
    plant: ({ parked }) =>
      parked.push({ service: 's', subscription: 's', topic: 't', partition: 0, offset: 1, code: 'handler-failed' }) > 0,
  },
  'a reader that stopped early': {
    seenBy: ['everything is read'],
    plant: atRecord(
      ['customer', 'product', 'StockReserved', 'ReserveStock'],
      ({ topic, partition, offset }, _, facts) => {
        const position = facts.positions.find((one) => one.topic === topic && one.partition === partition)!;
        position.next = Math.min(position.next, offset);
      },
    ),
  },
  'a reader behind the end of the log': {
    seenBy: ['everything is read'],
    plant: ({ positions }, n) => (nth(positions, n)!.next += 1) > 0,
  },
  'a partition that nobody reads': {
    seenBy: ['everything is read'],
    plant: atRecord(['customer', 'product', 'StockReserved', 'ReserveStock'], ({ topic, partition }, _, facts) => {
      facts.positions = facts.positions.filter((one) => one.topic !== topic || one.partition !== partition);
    }),
  },
  'a transaction left open': {
    seenBy: ['no transaction is open'],
    plant: ({ openTransactions }) =>
      openTransactions.push({ topic: 'order', partition: 0, producerId: '1', firstOffset: 0 }) > 0,
  },
};
