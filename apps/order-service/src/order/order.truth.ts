import { type Order, topics } from '@offset-zero/contracts';
import type { Truth } from '@offset-zero/service/manifest';

type Row = Omit<Order, 'orderId' | 'total' | 'placedAt' | 'updatedAt'> & {
  amountMinor: number;
  currency: string;
  placedAt: Date;
  updatedAt: Date;
};

/** The table of orders as the topic tells it. Ids are made here and none comes back: nothing is kept of an unknown one. */
export const orderTruth: Truth<Row> = {
  topic: topics.order.name,
  table: 'orders',
  key: { column: 'order_id', type: 'uuid' },
  columns: `customer_id as "customerId", status, reason, lines, amount_minor as "amountMinor", currency,
            placed_at as "placedAt", updated_at as "updatedAt"`,
  value: ({ key, amountMinor, currency, placedAt, updatedAt, ...rest }): Order => ({
    orderId: key,
    ...rest,
    total: { amountMinor, currency },
    placedAt: placedAt.getTime(),
    updatedAt: updatedAt.getTime(),
  }),
};
