// Made from schemas/stock/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** The stock of a product as it is now. Available = onHand - reserved. */
export interface Stock {
  /** The product: the key of the topic `product`. */
  productId: string;
  /** Counts the changes of this thing from 1; never restarts, not even after a deletion. */
  version: number;
  /** Pieces in the warehouse: the sum of all receipts. */
  onHand: number;
  /** Pieces of them promised to orders; 0 <= reserved <= onHand. */
  reserved: number;
}

export type StockRecords = { Stock: Stock };

const StockV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.stock',
  name: 'Stock',
  doc: 'The stock of a product as it is now. Available = onHand - reserved.',
  fields: [
    {
      name: 'productId',
      doc: 'The product: the key of the topic `product`.',
      type: 'string',
    },
    {
      name: 'version',
      doc: 'Counts the changes of this thing from 1; never restarts, not even after a deletion.',
      type: 'long',
    },
    {
      name: 'onHand',
      doc: 'Pieces in the warehouse: the sum of all receipts.',
      type: 'long',
    },
    {
      name: 'reserved',
      doc: 'Pieces of them promised to orders; 0 <= reserved <= onHand.',
      type: 'long',
    },
  ],
};

export const stockSchemas: Schemas<StockRecords> = {
  Stock: { current: StockV1, released: [StockV1] },
};
