import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Module } from '@nestjs/common';
import { createCodec, deploy, type Fact, topics } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { Reacts } from '@offset-zero/messaging/nest';
import { service } from '@offset-zero/service';
import { servers } from '@offset-zero/testing';
import { startInTest } from '@offset-zero/testing/service';
import { view } from '@offset-zero/views';
import { EventHubModule } from '../src/event-hub.module.ts';
import { eventHub } from '../src/service.ts';
import { eventHubSettings } from '../src/settings.ts';

const { brokers, registryUrl } = servers();
const kafka = createKafka({ brokers, clientId: 'event-hub-test' });
const codec = createCodec({ registryUrl });

/** Nobody listens here. */
export const NOWHERE = 'http://127.0.0.1:9';

/** The hub as it runs; services without an address are away. */
export const startHub = (env: Record<string, string> = {}) =>
  startInTest(eventHub, EventHubModule, {
    options: { settings: eventHubSettings },
    env: {
      KAFKA_BROKERS: brokers.join(','),
      REGISTRY_URL: registryUrl,
      CUSTOMER_SERVICE_URL: NOWHERE,
      PRODUCT_SERVICE_URL: NOWHERE,
      STOCK_SERVICE_URL: NOWHERE,
      ORDER_SERVICE_URL: NOWHERE,
      CUSTOMER_SEARCH_URL: NOWHERE,
      ...env,
    },
  });

const productsView = view({ name: 'products', from: topics.product, row: ({ productId }) => ({ productId }) });

@Controller()
class Warehouse {
  @Reacts(topics.stockCommands, 'ReserveStock')
  async reserve(): Promise<void> {}
}

@Module({ controllers: [Warehouse] })
class WarehouseModule {}

/** A service that reads what stock-service reads, and says nothing. */
export const startWarehouse = () =>
  startInTest(
    service({
      ...{ name: 'stock-service', port: 0, summary: 'Listens.' },
      ...{ owns: [topics.stock, topics.stockEvents], keeps: [productsView], reactsTo: [topics.stockCommands] },
    }),
    WarehouseModule,
  );

/** A fact with its headers, as a relay writes it. */
export interface Written extends Fact {
  id?: string;
  from: string;
  at: number;
  causedBy?: string;
}

export async function openLog() {
  await deploy({ kafka, registryUrl, relays: [], log: () => {} });
  await codec.lookUp(Object.values(topics) as never);
  const producer = kafka.producer();
  await producer.connect();
  return {
    async write(...written: Written[]): Promise<void> {
      for (const { topic, record, key, value, id = randomUUID(), from, at, causedBy } of written) {
        const headers = {
          ...{ ce_id: id, ce_source: `/${from}`, ce_time: new Date(at).toISOString() },
          ...(causedBy === undefined ? {} : { ce_causationid: causedBy }),
          traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
        };
        const bytes = value && codec.encode(topic, record, value);
        await producer.send({ topic: topic.name, messages: [{ key, value: bytes, headers }] });
      }
    },
    async writeBytes(topic: string, key: string, value: Buffer): Promise<void> {
      await producer.send({ topic, messages: [{ key, value }] });
    },
    close: () => producer.disconnect(),
  };
}

/** An HTTP server that plays a service. */
export async function playing(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
