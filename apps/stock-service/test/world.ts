import { randomUUID } from 'node:crypto';
import { fact, topics } from '@offset-zero/contracts';
import { asking, eventually } from '@offset-zero/testing';
import { startInTest } from '@offset-zero/testing/service';
import { openTopics } from '@offset-zero/testing/topics';
import { migrations } from '../src/migrations/migrations.ts';
import { stockService } from '../src/service.ts';
import { StockServiceModule } from '../src/stock-service.module.ts';

/**
 * A stock-service in this process, and the topics as product-service and order-service write and read them. It answers
 * whoever commands on those topics, the tests of other projects too: that is why these tests run alone (`package.json`).
 */
export async function startWorld() {
  const service = await startInTest(stockService, StockServiceModule, { migrations });
  const { publish, published, close } = await openTopics();
  const ask = asking(service.url);
  const price = { amountMinor: 100, currency: 'CHF' };

  const world = {
    url: service.url,
    ask,
    publish,
    published,
    sql: service.database!.sql,
    /** A product that nobody else in these tests uses, as product-service announces it. */
    async product(productId = `stock-test-${randomUUID()}`): Promise<string> {
      const product = { productId, version: 1, name: 'Knife', description: '', category: 'Tools', price };
      await publish(fact(topics.product, 'Product', productId, product, 1));
      return productId;
    },
    /** Such a product with `onHand` pieces. */
    async stocked(onHand: number): Promise<string> {
      const productId = await world.product();
      const { status } = await eventually(async () => {
        const answer = await ask('POST', `/stock/${productId}/receipts`, { quantity: onHand });
        return answer.status !== 404 && answer;
      });
      if (status !== 201) throw new Error(`the receipt was answered ${status}`);
      return productId;
    },
    stockOf: async (productId: string) => (await ask('GET', `/stock/${productId}`)).body,
    /** The answers to these orders, as soon as there are `count`. */
    answers: (orderIds: string | string[], count = [orderIds].flat().length) =>
      eventually(async () => {
        const found = await published(topics.stockEvents, ...[orderIds].flat());
        return found.length >= count && found.map(({ record, value }) => ({ record, ...value }));
      }),
    async stop() {
      await close();
      await service.stop();
    },
  };
  return world;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export const newOrder = (): string => randomUUID();

export const reserve = (orderId: string, ...lines: [productId: string, quantity: number][]) =>
  fact(topics.stockCommands, 'ReserveStock', orderId, {
    orderId,
    lines: lines.map(([productId, quantity]) => ({ productId, quantity })),
    requestedAt: 0,
  });

export const release = (orderId: string) =>
  fact(topics.stockCommands, 'ReleaseStock', orderId, { orderId, requestedAt: 0 });
