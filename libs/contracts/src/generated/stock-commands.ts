// Made from schemas/stock-commands/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** Give back what an order has reserved; a reservation that comes later is refused. */
export interface ReleaseStock {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** When it was asked. Milliseconds since 1970, UTC; 0 = not told. */
  requestedAt: number;
}

/** Reserve all lines of an order, or none. Asked again, it is answered the same. */
export interface ReserveStock {
  /** The order: the key of the topic `order`. */
  orderId: string;
  /** Each product once. */
  lines: ReservationLine[];
  /** When it was asked. Milliseconds since 1970, UTC; 0 = not told. */
  requestedAt: number;
}

/** So many pieces of a product. */
export interface ReservationLine {
  /** The product: the key of the topic `product`. */
  productId: string;
  /** Pieces, at least 1. */
  quantity: number;
}

export type StockCommandsRecords = { ReleaseStock: ReleaseStock; ReserveStock: ReserveStock };

const ReleaseStockV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'ReleaseStock',
  doc: 'Give back what an order has reserved; a reservation that comes later is refused.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'requestedAt',
      doc: 'When it was asked. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

const ReserveStockV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'ReserveStock',
  doc: 'Reserve all lines of an order, or none. Asked again, it is answered the same.',
  fields: [
    {
      name: 'orderId',
      doc: 'The order: the key of the topic `order`.',
      type: 'string',
    },
    {
      name: 'lines',
      doc: 'Each product once.',
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
    },
    {
      name: 'requestedAt',
      doc: 'When it was asked. Milliseconds since 1970, UTC; 0 = not told.',
      type: {
        type: 'long',
        logicalType: 'timestamp-millis',
      },
      default: 0,
    },
  ],
};

export const stockCommandsSchemas: Schemas<StockCommandsRecords> = {
  ReleaseStock: { current: ReleaseStockV1, released: [ReleaseStockV1] },
  ReserveStock: { current: ReserveStockV1, released: [ReserveStockV1] },
};
