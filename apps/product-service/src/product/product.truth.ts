import { type Product, topics } from '@offset-zero/contracts';
import type { Truth } from '@offset-zero/service/manifest';

type Row = Pick<Product, 'name' | 'description' | 'category'> & { amountMinor: number; currency: string };

/** The table of products as the topic tells it. Who comes back with a deleted id goes on counting: it needs a gravestone. */
export const productTruth: Truth<Row> = {
  topic: topics.product.name,
  table: 'product',
  key: { column: 'product_id', type: 'text' },
  columns: 'name, description, category, amount_minor as "amountMinor", currency',
  deleted: 'deleted',
  unknown: { name: '', description: '', category: '', amount_minor: 0, currency: '', deleted: true },
  value: ({ key, amountMinor, currency, ...rest }): Product => ({
    productId: key,
    ...rest,
    price: { amountMinor, currency },
  }),
};
