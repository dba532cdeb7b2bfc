import { type Customer, topics } from '@offset-zero/contracts';
import type { Truth } from '@offset-zero/service/manifest';

type Row = Omit<Customer, 'customerId' | 'address' | 'registeredAt' | 'updatedAt'> &
  Customer['address'] & { registeredAt: Date; updatedAt: Date };

/** The table of customers as the topic tells it. A shopper who comes back goes on counting: he leaves a gravestone. */
export const customerTruth: Truth<Row> = {
  topic: topics.customer.name,
  table: 'customer',
  key: { column: 'customer_id', type: 'uuid' },
  columns: `first_name as "firstName", last_name as "lastName", email, category, street,
            postal_code as "postalCode", city, country, registered_at as "registeredAt", updated_at as "updatedAt"`,
  deleted: 'deleted',
  unknown: {
    ...{ first_name: '', last_name: '', email: '', category: '', street: '', postal_code: '', city: '', country: '' },
    ...{ registered_at: 'epoch', updated_at: 'epoch', deleted: true },
  },
  value: ({ key, street, postalCode, city, country, registeredAt, updatedAt, ...rest }): Customer => ({
    customerId: key,
    ...rest,
    address: { street, postalCode, city, country },
    registeredAt: registeredAt.getTime(),
    updatedAt: updatedAt.getTime(),
  }),
};
