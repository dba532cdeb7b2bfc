import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { orderTruth } from './order/order.truth.ts';
import { customersView } from './views/customers.view.ts';
import { productsView } from './views/products.view.ts';

export const orderService = service({
  name: 'order-service',
  port: 3004,
  summary: 'Takes orders at the prices of the moment, and leads each to its end.',
  owns: [topics.order, topics.orderEvents],
  truths: [orderTruth],
  sends: [topics.stockCommands],
  keeps: [customersView, productsView],
  reactsTo: [topics.stockEvents],
});
