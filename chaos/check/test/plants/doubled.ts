import { atRecord, repeat } from './change.ts';
import type { Plant } from './plant.ts';
import { CAUSES, IDS, RECEIPTS, RESERVATIONS, STORIES, SUMS, VERSIONS } from './rule-names.ts';

/** Something happened twice. */
export const doubled: Record<string, Plant> = {
  'a record published twice': {
    seenBy: [IDS],
    plant: atRecord(
      [
        'customer',
        'product',
        'stock',
        'order',
        'OrderPlaced',
        'OrderConfirmed',
        'GoodsReceived',
        'StockReserved',
        null,
      ],
      (record, log, facts) => repeat(record, log, facts),
    ),
  },
  'a receipt booked twice': {
    seenBy: [RECEIPTS, SUMS],
    plant: atRecord(['GoodsReceived'], (record, log, facts) => {
      repeat(record, log, facts, { ce_id: 'again' });
      const stock = log.findLast(({ topic, key }) => topic === 'stock' && key === record.key)!;
      const value = stock.value as { version: number; onHand: number };
      const [version, onHand] = [value.version + 1, value.onHand + (record.value!.quantity as number)];
      const again = repeat(stock, log, facts, { ce_id: 'again-stock', ce_version: `${version}` });
      again.value = { ...again.value, version, onHand };
      Object.assign(
        facts.tables.stock.find(({ productId }) => productId === record.key)!,
        again.value,
      );
    }),
  },
  'a command handled twice': {
    seenBy: [RESERVATIONS, CAUSES],
    plant: atRecord(['StockReserved', 'StockRejected', 'StockReleased'], (record, log, facts) =>
      repeat(record, log, facts, { ce_id: 'again' }),
    ),
  },
  'a command sent twice': {
    seenBy: [RESERVATIONS],
    plant: atRecord(['ReserveStock', 'ReleaseStock'], (record, log, facts) =>
      repeat(record, log, facts, { ce_id: 'again' }),
    ),
  },
  'an answer that led an order on twice': {
    seenBy: [STORIES, CAUSES],
    plant: atRecord(['OrderConfirmed', 'OrderRejected'], (record, log, facts) =>
      repeat(record, log, facts, { ce_id: 'again', ce_version: '3' }),
    ),
  },
  'a version repeated': {
    seenBy: [VERSIONS],
    plant: atRecord(['customer', 'product', 'stock', 'order'], (record, log, facts) =>
      repeat(record, log, facts, { ce_id: 'again' }),
    ),
  },
};
