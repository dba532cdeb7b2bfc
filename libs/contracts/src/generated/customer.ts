// Made from schemas/customer/ by `npm run docs`.
import type { RecordSchema } from '../schema.ts';
import type { Schemas } from '../topic.ts';

/** A customer as it is now. */
export interface Customer {
  /** The key of this topic. A UUIDv7. */
  customerId: string;
  /** Counts the changes of this thing from 1; never restarts, not even after a deletion. */
  version: number;
  /** Given names; empty when there are none. */
  firstName: string;
  /** Family name, or the only name. */
  lastName: string;
  /** Where to write to; not proven to be reachable. */
  email: string;
  /** A is the best. */
  category: CustomerCategory;
  /** Where the customer lives. */
  address: Address;
  /** When the customer was first registered. Milliseconds since 1970, UTC; 0 = not told. */
  registeredAt: number;
  /** When this version was made. Milliseconds since 1970, UTC; 0 = not told. */
  updatedAt: number;
}

/** How the shop ranks a customer. UNKNOWN is never written: it is what a reader sees in place of a symbol younger than itself. */
export type CustomerCategory = 'UNKNOWN' | 'A' | 'B' | 'C';

/** A postal address. */
export interface Address {
  /** Street and number. */
  street: string;
  /** As the country writes it. */
  postalCode: string;
  /** Town or city. */
  city: string;
  /** ISO 3166-1 alpha-2, two capital letters. */
  country: string;
}

export type CustomerRecords = { Customer: Customer };

const CustomerV1: RecordSchema = {
  type: 'record',
  namespace: 'shop.customer',
  name: 'Customer',
  doc: 'A customer as it is now.',
  fields: [
    {
      name: 'customerId',
      doc: 'The key of this topic. A UUIDv7.',
      type: 'string',
    },
    {
      name: 'version',
      doc: 'Counts the changes of this thing from 1; never restarts, not even after a deletion.',
      type: 'long',
    },
    {
      name: 'firstName',
      doc: 'Given names; empty when there are none.',
      type: 'string',
      default: '',
    },
    {
      name: 'lastName',
      doc: 'Family name, or the only name.',
      type: 'string',
    },
    {
      name: 'email',
      doc: 'Where to write to; not proven to be reachable.',
      type: 'string',
      default: '',
    },
    {
      name: 'category',
      doc: 'A is the best.',
      type: {
        type: 'enum',
        namespace: 'shop.customer',
        name: 'CustomerCategory',
        doc: 'How the shop ranks a customer. UNKNOWN is never written: it is what a reader sees in place of a symbol younger than itself.',
        symbols: ['UNKNOWN', 'A', 'B', 'C'],
        default: 'UNKNOWN',
      },
      default: 'UNKNOWN',
    },
    {
      name: 'address',
      doc: 'Where the customer lives.',
      type: {
        type: 'record',
        namespace: 'shop.customer',
        name: 'Address',
        doc: 'A postal address.',
        fields: [
          {
            name: 'street',
            doc: 'Street and number.',
            type: 'string',
            default: '',
          },
          {
            name: 'postalCode',
            doc: 'As the country writes it.',
            type: 'string',
            default: '',
          },
          {
            name: 'city',
            doc: 'Town or city.',
            type: 'string',
            default: '',
          },
          {
            name: 'country',
            doc: 'ISO 3166-1 alpha-2, two capital letters.',
            type: 'string',
            default: '',
          },
        ],
      },
      default: {
        street: '',
        postalCode: '',
        city: '',
        country: '',
      },
    },
    {
      name: 'registeredAt',
      doc: 'When the customer was first registered. Milliseconds since 1970, UTC; 0 = not told.',
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

export const customerSchemas: Schemas<CustomerRecords> = {
  Customer: { current: CustomerV1, released: [CustomerV1] },
};
