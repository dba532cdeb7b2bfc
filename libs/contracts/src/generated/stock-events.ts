// Made from schemas/stock-events/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** Pieces of a product came into the warehouse. Keyed by the product, not by an order. */
export interface GoodsReceived {
  /** This receipt. A UUIDv7. */
  receiptId: string;
  /** The product: the key of the topic `product`. */
  productId: string;
  /** Pieces, at least 1. */
  quantity: number;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  receivedAt: number;
}

/** Nothing is reserved for an order. */
export interface StockRejected {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** Why, as a stable code: insufficient-stock, unknown-product, released. */
  reason: string;
  /** The first product that stood in the way, if one did. */
  productId: string | null;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  rejectedAt: number;
}

/** What an order had reserved is given back. */
export interface StockReleased {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  releasedAt: number;
}

/** All lines of an order are reserved. */
export interface StockReserved {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** What was reserved. */
  lines: ReservationLine[];
  /** When it happened. Milliseconds since 1970, UTC; 0 = not told. */
  reservedAt: number;
}

/** So many pieces of a product. */
export interface ReservationLine {
  /** The product: the key of the topic `product`. */
  productId: string;
  /** Pieces, at least 1. */
  quantity: number;
}

export type StockEventsRecords = {
  GoodsReceived: GoodsReceived;
  StockRejected: StockRejected;
  StockReleased: StockReleased;
  StockReserved: StockReserved;
};

const GoodsReceivedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'GoodsReceived',
  doc: 'Pieces of a product came into the warehouse. Keyed by the product, not by an order.',
  fields: [
    {
      name: 'receiptId',
      doc: 'This receipt. A UUIDv7.',
      type: 'string',
    },
    {
      name: 'productId',
      doc: 'The product: the key of the topic `product`.',
      type: 'string',
    },
    {
      name: 'quantity',
      doc: 'Pieces, at least 1.',
      type: 'long',
    },
    {
      name: 'receivedAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const StockRejectedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'StockRejected',
  doc: 'Nothing is reserved for an order.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'reason',
      doc: 'Why, as a stable code: insufficient-stock, unknown-product, released.',
      type: 'string',
      default: '',
    },
    {
      name: 'productId',
      doc: 'The first product that stood in the way, if one did.',
      type: ['null', 'string'],
      default: null,
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

const StockReleasedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'StockReleased',
  doc: 'What an order had reserved is given back.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'releasedAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const StockReservedV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'StockReserved',
  doc: 'All lines of an order are reserved.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'lines',
      doc: 'What was reserved.',
      type: {
        type: 'array',
        items: {
          type: 'record',
          namespace: 'shop.stock',
          name: 'ReservationLine',
          doc: 'So many pieces of a product.',
          fields: [
            {
              name: 'productId',
              doc: 'The product: the key of the topic `product`.',
              type: 'string',
            },
            {
              name: 'quantity',
              doc: 'Pieces, at least 1.',
              type: 'long',
            },
          ],
        },
      },
      default: [],
    },
    {
      name: 'reservedAt',
      doc: 'When it happened. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

export const stockEventsSchemas: Schemas<StockEventsRecords> = {
  GoodsReceived: { current: GoodsReceivedV1, released: [GoodsReceivedV1] },
  StockRejected: { current: StockRejectedV1, released: [StockRejectedV1] },
  StockReleased: { current: StockReleasedV1, released: [StockReleasedV1] },
  StockReserved: { current: StockReservedV1, released: [StockReservedV1] },
};
