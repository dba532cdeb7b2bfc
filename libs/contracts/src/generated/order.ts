// Made from schemas/order/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** An order as it is now. */
export interface Order {
  /** The key of this topic. A UUIDv7. */
  orderId: string;
  /** Counts the changes of this thing from 1; never restarts, not even after a deletion. */
  version: number;
  /** The customer: the key of the topic `customer`. */
  customerId: string;
  /** PLACED waits for stock; the others are final, but a CONFIRMED order may still be CANCELLED. */
  status: OrderStatus;
  /** Why it was rejected, as a stable code. */
  reason: string | null;
  /** Each product once. */
  lines: OrderLine[];
  /** The sum over the lines of quantity times price. */
  total: Money;
  /** When it was placed. Milliseconds since 1970, UTC; 0 = not told. */
  placedAt: number;
  /** When this version was made. Milliseconds since 1970, UTC; 0 = not told. */
  updatedAt: number;
}

/** How far an order is. UNKNOWN is never written: it is what a reader sees in place of a symbol younger than itself. */
export type OrderStatus = 'UNKNOWN' | 'PLACED' | 'CONFIRMED' | 'REJECTED' | 'CANCELLED';

/** A product in an order, as it was when the order was placed. */
export interface OrderLine {
  /** The product: the key of the topic `product`. */
  productId: string;
  /** What the product was called. */
  name: string;
  /** Pieces, at least 1. */
  quantity: number;
  /** For one piece. */
  price: Money;
}

/** An amount of money. */
export interface Money {
  /** In the smallest unit of the currency: 1250 is CHF 12.50. */
  amountMinor: number;
  /** ISO 4217, three capital letters. */
  currency: string;
}

export type OrderRecords = { Order: Order };

const OrderV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.order',
  name: 'Order',
  doc: 'An order as it is now.',
  fields: [
    {
      name: 'orderId',
      doc: 'The key of this topic. A UUIDv7.',
      type: 'string',
    },
    {
      name: 'version',
      doc: 'Counts the changes of this thing from 1; never restarts, not even after a deletion.',
      type: 'long',
    },
    {
      name: 'customerId',
      doc: 'The customer: the key of the topic `customer`.',
      type: 'string',
    },
    {
      name: 'status',
      doc: 'PLACED waits for stock; the others are final, but a CONFIRMED order may still be CANCELLED.',
      type: {
        type: 'enum',
        namespace: 'shop.order',
        name: 'OrderStatus',
        doc: 'How far an order is. UNKNOWN is never written: it is what a reader sees in place of a symbol younger than itself.',
        symbols: ['UNKNOWN', 'PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'],
        default: 'UNKNOWN',
      },
    },
    {
      name: 'reason',
      doc: 'Why it was rejected, as a stable code.',
      type: ['null', 'string'],
      default: null,
    },
    {
      name: 'lines',
      doc: 'Each product once.',
      type: {
        type: 'array',
        items: {
          type: 'record',
          namespace: 'shop.order',
          name: 'OrderLine',
          doc: 'A product in an order, as it was when the order was placed.',
          fields: [
            {
              name: 'productId',
              doc: 'The product: the key of the topic `product`.',
              type: 'string',
            },
            {
              name: 'name',
              doc: 'What the product was called.',
              type: 'string',
              default: '',
            },
            {
              name: 'quantity',
              doc: 'Pieces, at least 1.',
              type: 'long',
            },
            {
              name: 'price',
              doc: 'For one piece.',
              type: {
                type: 'record',
                namespace: 'shop',
                name: 'Money',
                doc: 'An amount of money.',
                fields: [
                  {
                    name: 'amountMinor',
                    doc: 'In the smallest unit of the currency: 1250 is CHF 12.50.',
                    type: 'long',
                  },
                  {
                    name: 'currency',
                    doc: 'ISO 4217, three capital letters.',
                    type: 'string',
                  },
                ],
              },
            },
          ],
        },
      },
    },
    {
      name: 'total',
      doc: 'The sum over the lines of quantity times price.',
      type: 'shop.Money',
    },
    {
      name: 'placedAt',
      doc: 'When it was placed. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
    {
      name: 'updatedAt',
      doc: 'When this version was made. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

export const orderSchemas: Schemas<OrderRecords> = {
  Order: { current: OrderV1, released: [OrderV1] },
};
