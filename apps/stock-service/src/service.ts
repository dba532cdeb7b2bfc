import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { stockTruth } from './stock/stock.truth.ts';
import { productsView } from './views/products.view.ts';

export const stockService = service({
  name: 'stock-service',
  port: 3003,
  summary: 'Knows what is in the warehouse, and reserves all lines of an order or none.',
  owns: [topics.stock, topics.stockEvents],
  truths: [stockTruth],
  keeps: [productsView],
  reactsTo: [topics.stockCommands],
});
