import { randomUUID } from 'node:crypto';
import { deploy, fact, type Order, type Product, topics } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { eventParser, type LiveRecord, type ServerEvent } from '@offset-zero/live';
import { bearer, eventually, servers, type TokenWish } from '@offset-zero/testing';
import { json, upstream, gateway } from './world.ts';

const { brokers, registryUrl } = servers();
export const kafka = createKafka({ brokers, clientId: 'live-int' });

export const deployTopics = () =>
  deploy({ kafka, registryUrl, topics: Object.values(topics), relays: [], log: () => {} });

/** A gateway that follows the real topics; order-service is played. */
export const liveGateway = (env: Record<string, string> = {}) =>
  gateway({
    KAFKA_BROKERS: brokers.join(),
    REGISTRY_URL: registryUrl,
    LIVE_STREAMS_PER_CLIENT: '1000',
    RATE_LIMIT: '1000000',
    ...env,
  });

/** An order-service that shows an order to the customer whose it is, and to everybody above a shopper. */
export const ordersOf = (owner: string, orderId: string) =>
  upstream((request, response) => {
    const [, payload] = (request.headers.authorization ?? '').split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as { customer_id?: string };
    const isThere = request.url === `/orders/${orderId}`;
    const isHis = claims.customer_id === undefined || claims.customer_id === owner;
    return isThere && isHis
      ? json(200, { orderId, customerId: owner })(request, response)
      : json(404, { code: 'order-not-found' })(request, response);
  });

export interface Client {
  response: Response;
  events: ServerEvent[];
  records: LiveRecord[];
  lastEventId(): string;
  /** Resolves when the stream has ended, with how. */
  ended: Promise<'end' | 'broken'>;
  ready(): Promise<unknown>;
  leave(): Promise<unknown>;
}

/** Opens a stream, and reads it as it comes. Without `reading`, nothing is read. */
export async function open(
  url: string,
  { query = '', as, lastEventId }: { query?: string; as?: TokenWish; lastEventId?: string } = {},
): Promise<Client> {
  const abort = new AbortController();
  const headers = { ...(await bearer(as)), ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const response = await fetch(`${url}/api/live${query}`, { headers, signal: abort.signal });
  const parser = eventParser();
  const events: ServerEvent[] = [];
  const records: LiveRecord[] = [];
  const ended = (async (): Promise<'end' | 'broken'> => {
    if (!response.ok) return 'end';
    try {
      for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
        for (const event of parser.push(text)) {
          events.push(event);
          if (event.event === 'record') records.push(JSON.parse(event.data) as LiveRecord);
        }
      }
      return 'end';
    } catch {
      return 'broken';
    }
  })();
  return {
    ...{ response, events, records, ended },
    lastEventId: () => parser.lastEventId(),
    ready: () => eventually(() => events.some(({ event }) => event === 'ready')),
    leave: async () => {
      abort.abort();
      await ended;
    },
  };
}

export const someProduct = (productId: string, version = 1, description = 'x') => {
  const value: Product = { ...topics.product.records.Product.sample, productId, version, description };
  return fact(topics.product, 'Product', productId, value, version);
};

export const someOrder = (orderId: string, customerId: string, version = 1) => {
  const value: Order = { ...topics.order.records.Order.sample, orderId, customerId, version };
  return fact(topics.order, 'Order', orderId, value, version);
};

export const id = () => randomUUID();
