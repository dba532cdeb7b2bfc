import { randomUUID } from 'node:crypto';
import { type Fact, fact, type Money, tombstone, topics } from '@offset-zero/contracts';
import { asking, eventually } from '@offset-zero/testing';
import { startInTest } from '@offset-zero/testing/service';
import { handled, openTopics } from '@offset-zero/testing/topics';
import { migrations } from '../src/migrations/migrations.ts';
import { OrderServiceModule } from '../src/order-service.module.ts';
import { orderService } from '../src/service.ts';
import { orderSettings } from '../src/settings.ts';
import { customersView } from '../src/views/customers.view.ts';
import { productsView } from '../src/views/products.view.ts';

const address = { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' };
const peter = { firstName: 'Peter', lastName: 'Muster', email: 'peter@example.ch', category: 'B', address } as const;
const times = { registeredAt: 0, updatedAt: 0 };
export const chf = (amountMinor: number): Money => ({ amountMinor, currency: 'CHF' });

export type Line = { productId: string; quantity: number };

/** An order-service in this process, and the topics as the services around it write and read them. */
export async function startWorld(env: Record<string, string> = {}) {
  const options = { settings: orderSettings };
  const service = await startInTest(orderService, OrderServiceModule, { migrations, options, env });
  const { publish, published, close } = await openTopics();
  const ask = asking(service.url);

  const world = {
    url: service.url,
    ask,
    publish,
    published,
    sql: service.database!.sql,
    /** A customer as customer-service announces him, and as soon as the view has him. */
    async customer(customerId: string = randomUUID()): Promise<string> {
      await publish(fact(topics.customer, 'Customer', customerId, { customerId, version: 1, ...peter, ...times }, 1));
      await eventually(async () => (await customersView.find(world.sql, customerId)) !== undefined);
      return customerId;
    },
    async customerMoves(customerId: string): Promise<void> {
      const moved = { ...peter, category: 'A' as const, address: { ...address, street: 'Chaumonweg 108' } };
      await publish(fact(topics.customer, 'Customer', customerId, { customerId, version: 2, ...moved, ...times }, 2));
    },
    customerGoes: (customerId: string) => publish(tombstone(topics.customer, customerId, 3)),
    /** A product as product-service announces it, and as soon as the view has it. */
    async product(price = chf(4_950), productId = `order-test-${randomUUID()}`): Promise<string> {
      const product = { productId, version: 1, name: 'Knife', description: '', category: 'Tools', price };
      await publish(fact(topics.product, 'Product', productId, product, 1));
      await eventually(async () => (await productsView.find(world.sql, productId)) !== undefined);
      return productId;
    },
    order: (customerId: string, lines: Line[], more: object = {}, headers = {}) =>
      ask('POST', '/orders', { customerId, lines, ...more }, headers),
    /** An order of two knives that waits for the stock. */
    async placed(): Promise<string> {
      const [customerId, productId] = [await world.customer(), await world.product()];
      const { status, body } = await world.order(customerId, [{ productId, quantity: 2 }]);
      if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.orderId;
    },
    get: async (orderId: string, headers = {}) => (await ask('GET', `/orders/${orderId}`, undefined, headers)).body,
    /** The order, once it is so. */
    when: (orderId: string, status: string) =>
      eventually(async () => {
        const order = await world.get(orderId);
        return order.status === status && order;
      }),
    cancel: (orderId: string) => ask('POST', `/orders/${orderId}/cancellation`),
    /** What stock-service was asked for. */
    asked: async (orderId: string) => (await published(topics.stockCommands, orderId)).map(({ record }) => record),
    events: async (orderId: string) => (await published(topics.orderEvents, orderId)).map(({ record }) => record),
    /** Publishes what the stock says, and resolves when the service has heard it. */
    stockSays: async (...facts: Fact[]) => handled(service.database!.sql, await publish(...facts)),
    async stop() {
      await close();
      await service.stop();
    },
  };
  return world;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

export const reserved = (orderId: string) =>
  fact(topics.stockEvents, 'StockReserved', orderId, { orderId, lines: [], reservedAt: 0 });

export const rejected = (orderId: string, reason = 'insufficient-stock') =>
  fact(topics.stockEvents, 'StockRejected', orderId, { orderId, reason, productId: null, rejectedAt: 0 });
