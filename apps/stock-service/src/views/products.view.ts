import { topics } from '@offset-zero/contracts';
import { view } from '@offset-zero/views';

/** Which products there are: stock is kept of these only. */
export const productsView = view({
  name: 'products',
  from: topics.product,
  row: ({ productId, name }) => ({ productId, name }),
});
