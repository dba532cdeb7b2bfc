import { customerSchemas } from './generated/customer.ts';
import { orderEventsSchemas } from './generated/order-events.ts';
import { orderSchemas } from './generated/order.ts';
import { productSchemas } from './generated/product.ts';
import { stockCommandsSchemas } from './generated/stock-commands.ts';
import { stockEventsSchemas } from './generated/stock-events.ts';
import { stockSchemas } from './generated/stock.ts';
import { settingsOf } from './settings.ts';
import { type Topic, topic } from './topic.ts';

/** The table of topics. Creation, codecs, docs and the AsyncAPI document come from it. */
export const topics = {
  customer: topic({
    name: 'customer',
    kind: 'whole-value',
    key: 'customerId',
    owner: 'customer-service',
    summary: 'Every customer as it is now.',
    schemas: customerSchemas,
  }),
  product: topic({
    name: 'product',
    kind: 'whole-value',
    key: 'productId',
    owner: 'product-service',
    summary: 'Every product as it is now, with its price.',
    schemas: productSchemas,
  }),
  stock: topic({
    name: 'stock',
    kind: 'whole-value',
    key: 'productId',
    owner: 'stock-service',
    summary: 'The stock of every product as it is now: the truth per product.',
    schemas: stockSchemas,
  }),
  order: topic({
    name: 'order',
    kind: 'whole-value',
    key: 'orderId',
    owner: 'order-service',
    summary: 'Every order as it is now.',
    schemas: orderSchemas,
  }),
  orderEvents: topic({
    name: 'order-events',
    kind: 'events',
    key: 'orderId',
    owner: 'order-service',
    summary: 'What happened to orders.',
    schemas: orderEventsSchemas,
  }),
  stockCommands: topic({
    name: 'stock-commands',
    kind: 'commands',
    key: 'orderId',
    owner: 'order-service',
    summary: 'What stock-service is asked to do for an order.',
    schemas: stockCommandsSchemas,
  }),
  stockEvents: topic({
    name: 'stock-events',
    kind: 'events',
    key: 'orderId, or productId for GoodsReceived',
    owner: 'stock-service',
    summary: 'What happened to stock. In order per order, not per product.',
    schemas: stockEventsSchemas,
  }),
};

/** The whole table, in its order. */
export const allTopics: readonly Topic[] = Object.values(topics);

const byName = new Map(allTopics.map((each) => [each.name, each]));

export const topicNamed = (name: string): Topic | undefined => byName.get(name);

/** Names of the topics whose records have the id of an order as their key (in `stock-events`: most of them). */
export const topicsOfOrders: readonly string[] = [
  topics.order,
  topics.orderEvents,
  topics.stockCommands,
  topics.stockEvents,
].map(({ name }) => name);

/** The topic in which a service's relay notes what it has published: its own, nobody else reads it. */
export const relayTopic = (service: string) => ({
  name: `_relay-${service}`,
  partitions: 1,
  config: settingsOf('relay'),
});
