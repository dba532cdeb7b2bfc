import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { productTruth } from './product/product.truth.ts';

export const productService = service({
  name: 'product-service',
  port: 3002,
  summary: 'Knows the products and their prices, and tells everybody on the topic product.',
  owns: [topics.product],
  truths: [productTruth],
});
