import { topics, topicsOfOrders } from '@offset-zero/contracts';

/** A part of a topic in which an order may have left something. */
export interface Place {
  topic: string;
  partition: number;
  keys: ReadonlySet<string>;
}

/** Topics whose records have a product's id. */
const OF_ITS_PRODUCTS = [topics.stock.name];

/** Where to look for what an order has set off. `partitionOf` says where a topic has a key. */
export function placesOf(
  order: { orderId: string; lines: readonly { productId: string }[] },
  partitionOf: (topic: string, key: string) => number,
): Place[] {
  const keys = [
    ...topicsOfOrders.map((topic) => ({ topic, key: order.orderId })),
    ...OF_ITS_PRODUCTS.flatMap((topic) => order.lines.map(({ productId }) => ({ topic, key: productId }))),
  ].map((each) => ({ ...each, partition: partitionOf(each.topic, each.key) }));
  const byPlace = Map.groupBy(keys, ({ topic, partition }) => `${topic}/${partition}`);
  return [...byPlace.values()].map((same) => ({
    topic: same[0]!.topic,
    partition: same[0]!.partition,
    keys: new Set(same.map(({ key }) => key)),
  }));
}
