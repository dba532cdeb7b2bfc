import type { Value } from './facts.ts';
import type { Customer, Product } from './shop.ts';

/** What each view makes of a value, written down once more: by service and view. */
export const KEPT: Record<string, { topic: string; row: (value: Value) => Value }> = {
  'customer-search.customers': {
    topic: 'customer',
    row: (value) => {
      const { customerId, email, category, address } = value as unknown as Customer;
      return { customerId, name: nameOf(value), email, category, ...address };
    },
  },
  'order-service.customers': {
    topic: 'customer',
    row: (value) => {
      const { customerId, category, address } = value as unknown as Customer;
      return { customerId, name: nameOf(value), category, address };
    },
  },
  'order-service.products': {
    topic: 'product',
    row: (value) => {
      const { productId, name, price } = value as unknown as Product;
      return { productId, name, price };
    },
  },
  'stock-service.products': {
    topic: 'product',
    row: (value) => {
      const { productId, name } = value as unknown as Product;
      return { productId, name };
    },
  },
};

function nameOf(value: Value): string {
  const { firstName, lastName } = value as unknown as Customer;
  return `${firstName} ${lastName}`.trim();
}
