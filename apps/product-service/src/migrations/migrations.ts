import { CreateProduct1763700000000 } from './1763700000000-create-product.ts';

/** In the order in which they run. */
export const migrations = [CreateProduct1763700000000];
