import { CreateStock1763700000000 } from './1763700000000-create-stock.ts';

/** In the order in which they run. */
export const migrations = [CreateStock1763700000000];
