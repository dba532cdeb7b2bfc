/** The services that are watched, with their ports on this machine. A test holds it against their manifests. */
export const watched = [
  { name: 'customer-service', env: 'CUSTOMER_SERVICE_URL', port: 3001 },
  { name: 'product-service', env: 'PRODUCT_SERVICE_URL', port: 3002 },
  { name: 'stock-service', env: 'STOCK_SERVICE_URL', port: 3003 },
  { name: 'order-service', env: 'ORDER_SERVICE_URL', port: 3004 },
  { name: 'customer-search', env: 'CUSTOMER_SEARCH_URL', port: 3005 },
] as const;
