import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { CollectedSpan } from '@offset-zero/testing/collector';
import { call, ended, place, registered, stocked } from './api.ts';
import { collector } from './shop.process.ts';

const traceId = randomBytes(16).toString('hex');
const callersSpan = randomBytes(8).toString('hex');

/** `<what it follows from> -> <span>`, each as service, kind and name. */
const CALLER = 'the caller';
const EDGES = [
  `${CALLER} -> api-gateway SERVER POST /api/*`,
  'api-gateway SERVER POST /api/* -> api-gateway CLIENT POST order-service',
  'api-gateway CLIENT POST order-service -> order-service SERVER POST /orders',
  'order-service SERVER POST /orders -> order-service INTERNAL outbox append',
  'order-service INTERNAL outbox append -> order-service PRODUCER send stock-commands',
  'order-service INTERNAL outbox append -> order-service PRODUCER send order-events',
  'order-service INTERNAL outbox append -> order-service PRODUCER send order',
  'order-service PRODUCER send stock-commands -> stock-service CONSUMER process stock-commands',
  'stock-service CONSUMER process stock-commands -> stock-service INTERNAL outbox append',
  'stock-service INTERNAL outbox append -> stock-service PRODUCER send stock',
  'stock-service INTERNAL outbox append -> stock-service PRODUCER send stock-events',
  'stock-service PRODUCER send stock-events -> order-service CONSUMER process stock-events',
  'order-service CONSUMER process stock-events -> order-service INTERNAL outbox append',
];

const nameOf = ({ service, kind, name }: CollectedSpan) => `${service} ${kind} ${name}`;

function edgesOf(spans: CollectedSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, nameOf(span)]));
  byId.set(callersSpan, CALLER);
  return spans.map((span) => `${byId.get(span.parentSpanId ?? '') ?? 'nobody known'} -> ${nameOf(span)}`);
}

const spansOf = async (id: string) => (await (await fetch(`${collector}/${id}`)).json()) as CollectedSpan[];

/** The topics that hear of an order twice: when it is placed, and when the stock has answered. */
const TOLD_TWICE = ['order', 'order-events'];
const sentTo = (topic: string, among: CollectedSpan[]) => among.filter(({ name }) => name === `send ${topic}`);

let spans: CollectedSpan[];

beforeAll(async () => {
  const { customerId } = await registered();
  const productId = await stocked(10);
  const lines = [{ productId, quantity: 1 }];
  await ended(await place(customerId, lines)); // from now on both are known everywhere
  const traceparent = `00-${traceId}-${callersSpan}-01`;
  const { body } = await call<{ orderId: string }>('POST', '/orders', { customerId, lines }, { traceparent });
  await ended(body.orderId);
  spans = await eventually(async () => {
    const found = await spansOf(traceId);
    expect(edgesOf(found)).toEqual(expect.arrayContaining(EDGES));
    expect(TOLD_TWICE.map((topic) => sentTo(topic, found).length)).toEqual([2, 2]);
    return found;
  }, 60_000).catch(() => spansOf(traceId));
});

describe('the trace of an order', () => {
  it.each(EDGES)('has the edge %s', (edge) => expect(edgesOf(spans)).toContain(edge));

  it.each(TOLD_TWICE)('leads on from the answer of the stock to %s', (topic) => {
    const parentOf = (span?: CollectedSpan) => spans.find(({ spanId }) => spanId === span?.parentSpanId);
    expect(sentTo(topic, spans).map((span) => parentOf(parentOf(span))?.name)).toContain('process stock-events');
  });

  it('has no span that follows from nobody', () =>
    expect(edgesOf(spans).filter((edge) => edge.startsWith('nobody'))).toEqual([]));

  it('says of its HTTP spans what was asked and answered', () => {
    const served = spans.find((span) => nameOf(span) === 'order-service SERVER POST /orders');
    expect(served?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/orders',
      'url.path': '/orders',
    });
    expect(Number(served?.attributes['http.response.status_code'])).toBe(202);
  });

  it('says of a handled message where it lies in the log', () => {
    const handled = spans.find(({ name }) => name === 'process stock-commands');
    expect(handled?.attributes).toMatchObject({
      'messaging.system': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.destination.name': 'stock-commands',
      'messaging.consumer.group.name': 'stock-service.stock-commands',
      'messaging.destination.partition.id': expect.any(String),
      'messaging.message.id': expect.any(String),
    });
    expect(spans.some(({ failed }) => failed)).toBe(false);
  });
});

it('a batch that a view applies is one span, in a trace of its own', async () => {
  const all = await spansOf('');
  const batches = all.filter(({ name, service }) => service === 'customer-search' && name === 'process customer');
  expect(batches.length).toBeGreaterThan(0);
  expect(batches.every(({ parentSpanId, traceId: own }) => parentSpanId === undefined && own !== traceId)).toBe(true);
  expect(batches.every(({ attributes }) => Number(attributes['messaging.batch.message_count']) > 0)).toBe(true);
});
