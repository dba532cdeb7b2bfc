/**
 * What lies in the topics, as a stranger reads it in `schemas/`. Written down here once more on purpose: the checker shares
 * no code with the services, nor with what is generated for them.
 */
export interface Money {
  amountMinor: number;
  currency: string;
}

export interface Customer {
  customerId: string;
  version: number;
  firstName: string;
  lastName: string;
  email: string;
  category: string;
  address: { street: string; postalCode: string; city: string; country: string };
  registeredAt: number;
  updatedAt: number;
}

export interface Product {
  productId: string;
  version: number;
  name: string;
  description: string;
  category: string;
  price: Money;
}

export interface Stock {
  productId: string;
  version: number;
  onHand: number;
  reserved: number;
}

export interface Line {
  productId: string;
  quantity: number;
}

export interface Order {
  orderId: string;
  version: number;
  customerId: string;
  status: string;
  reason: string | null;
  lines: (Line & { name: string; price: Money })[];
  total: Money;
  placedAt: number;
  updatedAt: number;
}

export type OrderPlaced = Pick<Order, 'orderId' | 'customerId' | 'lines' | 'total' | 'placedAt'>;

/** The topics of whole values and their keys. */
export const WHOLE_VALUES = { customer: 'customerId', product: 'productId', stock: 'productId', order: 'orderId' };

export type WholeValueTopic = keyof typeof WHOLE_VALUES;

export const TOPICS = [...Object.keys(WHOLE_VALUES), 'order-events', 'stock-commands', 'stock-events'];
