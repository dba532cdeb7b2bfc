export interface Upstream {
  name: string;
  /** What it is about, for people. */
  what: string;
  /** Begins the environment variables that say where it is: `<env>_URL`. */
  env: string;
  /** Its port on this machine, used when nothing is said. */
  port: number;
}

/** The services behind the door. */
export const upstreams = {
  customers: { name: 'customer-service', what: 'Customers', env: 'CUSTOMER_SERVICE', port: 3001 },
  products: { name: 'product-service', what: 'Products and their prices', env: 'PRODUCT_SERVICE', port: 3002 },
  stock: {
    name: 'stock-service',
    what: 'What lies in the warehouse, and what of it is reserved',
    env: 'STOCK_SERVICE',
    port: 3003,
  },
  orders: { name: 'order-service', what: 'Orders, from placed to confirmed', env: 'ORDER_SERVICE', port: 3004 },
  search: {
    name: 'customer-search',
    what: 'Finds customers by what people remember of them',
    env: 'CUSTOMER_SEARCH',
    port: 3005,
  },
  hub: {
    name: 'event-hub',
    what: 'What flows between the services, and the way of one order',
    env: 'EVENT_HUB',
    port: 3007,
  },
} as const satisfies Record<string, Upstream>;

/** Every service once, in the order of the table. */
export const services: readonly Upstream[] = Object.values(upstreams);
