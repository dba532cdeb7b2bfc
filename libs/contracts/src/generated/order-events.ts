// Made from schemas/order-events/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** The customer took the order back. Final. */
export interface OrderCancelled {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  cancelledAt: number;
}

/** All lines are reserved. */
export interface OrderConfirmed {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  confirmedAt: number;
}

/** A customer ordered; stock is being asked for. */
export interface OrderPlaced {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** The customer: the key of the topic `customer`. */
  customerId: string;
  /** Each product once. */
  lines: OrderLine[];
  /** The sum over the lines of quantity times price. */
  total: Money;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  placedAt: number;
}

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

/** The order cannot be fulfilled. Final. */
export interface OrderRejected {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** Why, as a stable code: insufficient-stock, unknown-product, reservation-timeout. */
  reason: string;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  rejectedAt: number;
}

export type OrderEventsRecords = {
  OrderCancelled: OrderCancelled;
  OrderConfirmed: OrderConfirmed;
  OrderPlaced: OrderPlaced;
  OrderRejected: OrderRejected;
};

const OrderCancelledV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.order',
  name: 'OrderCancelled',
  doc: 'The customer took the order back. Final.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'cancelledAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const OrderConfirmedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.order',
  name: 'OrderConfirmed',
  doc: 'All lines are reserved.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'confirmedAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const OrderPlacedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.order',
  name: 'OrderPlaced',
  doc: 'A customer ordered; stock is being asked for.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'customerId',
      doc: 'The customer: the key of the topic `customer`.',
      type: 'string',
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
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const OrderRejectedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.order',
  name: 'OrderRejected',
  doc: 'The order cannot be fulfilled. Final.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'reason',
      doc: 'Why, as a stable code: insufficient-stock, unknown-product, reservation-timeout.',
      type: 'string',
      default: '',
    },
    {
      name: 'rejectedAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

export const orderEventsSchemas: Schemas<OrderEventsRecords> = {
  OrderCancelled: { current: OrderCancelledV1, released: [OrderCancelledV1] },
  OrderConfirmed: { current: OrderConfirmedV1, released: [OrderConfirmedV1] },
  OrderPlaced: { current: OrderPlacedV1, released: [OrderPlacedV1] },
  OrderRejected: { current: OrderRejectedV1, released: [OrderRejectedV1] },
};
