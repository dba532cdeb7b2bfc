// Made from schemas/product/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** A product as it is now. */
export interface Product {
  /** The key of this topic. A UUIDv7, or the SKU the client gave. */
  productId: string;
  /** Counts the changes of this thing from 1; never restarts, not even after a deletion. */
  version: number;
  /** What the shop calls it. */
  name: string;
  /** Text for the customer. */
  description: string;
  /** The shelf it stands on. */
  category: string;
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

export type ProductRecords = { Product: Product };

const ProductV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.product',
  name: 'Product',
  doc: 'A product as it is now.',
  fields: [
    {
      name: 'productId',
      doc: 'The key of this topic. A UUIDv7, or the SKU the client gave.',
      type: 'string',
    },
    {
      name: 'version',
      doc: 'Counts the changes of this thing from 1; never restarts, not even after a deletion.',
      type: 'long',
    },
    {
      name: 'name',
      doc: 'What the shop calls it.',
      type: 'string',
    },
    {
      name: 'description',
      doc: 'Text for the customer.',
      type: 'string',
      default: '',
    },
    {
      name: 'category',
      doc: 'The shelf it stands on.',
      type: 'string',
      default: '',
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
};

export const productSchemas: Schemas<ProductRecords> = {
  Product: { current: ProductV1, released: [ProductV1] },
};
