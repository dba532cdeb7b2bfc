import { topics } from '@offset-zero/contracts';
import { view } from '@offset-zero/views';
import type { Offer } from '../order/price.ts';

/** What can be ordered, under which name and at which price. */
export const productsView = view({
  name: 'products',
  from: topics.product,
  row: ({ productId, name, price }): Offer & { productId: string } => ({ productId, name, price }),
});
