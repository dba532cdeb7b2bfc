import { CreateOrders1763700000000 } from './1763700000000-create-orders.ts';

/** In the order in which they run. */
export const migrations = [CreateOrders1763700000000];
