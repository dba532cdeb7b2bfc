import { type Stock, topics } from '@offset-zero/contracts';
import type { Truth } from '@offset-zero/service/manifest';

type Row = Pick<Stock, 'onHand' | 'reserved'>;

/** The table of stock as the topic tells it. A product that was never received has zeros, and no tombstone. */
export const stockTruth: Truth<Row> = {
  topic: topics.stock.name,
  table: 'stock',
  key: { column: 'product_id', type: 'text' },
  columns: 'on_hand as "onHand", reserved',
  unknown: { on_hand: 0, reserved: 0 },
  value: ({ key, ...rest }): Stock => ({ productId: key, ...rest }),
};
