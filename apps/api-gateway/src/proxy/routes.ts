export interface Upstream {
  name: string;
  /** What it is about, for people. */
  what: string;
  /** The environment variable that says where it is. */
  env: string;
  /** Its port on this machine, used when nothing is said. */
  port: number;
}

/** The services behind the door. */
export const upstreams = {
  customers: { name: 'customer-service', what: 'Customers', env: 'CUSTOMER_SERVICE_URL', port: 3001 },
  products: { name: 'product-service', what: 'Products and their prices', env: 'PRODUCT_SERVICE_URL', port: 3002 },
  stock: {
    name: 'stock-service',
    what: 'What lies in the warehouse, and what of it is reserved',
    env: 'STOCK_SERVICE_URL',
    port: 3003,
  },
  orders: { name: 'order-service', what: 'Orders, from placed to confirmed', env: 'ORDER_SERVICE_URL', port: 3004 },
  search: {
    name: 'customer-search',
    what: 'Finds customers by what people remember of them',
    env: 'CUSTOMER_SEARCH_URL',
    port: 3005,
  },
} as const satisfies Record<string, Upstream>;

/** What lies where: the first segment after `/api` names the service. Everything else is 404. */
export const routes: ReadonlyMap<string, Upstream> = new Map<string, Upstream>([
  ['customers', upstreams.customers],
  ['customer-search', upstreams.search],
  ['products', upstreams.products],
  ['stock', upstreams.stock],
  ['orders', upstreams.orders],
]);

/** Every service once, in the order of the table. */
export const services: readonly Upstream[] = Object.values(upstreams);
