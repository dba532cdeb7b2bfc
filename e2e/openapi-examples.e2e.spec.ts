import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createKafka } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import { authorization, call } from './api.ts';
import { judge } from './openapi/conformance.ts';
import { document, exampleOf, type Known, type Operation, operations } from './openapi/operations.ts';
import { api, brokers } from './shop.process.ts';

/** What is made before it is read, and what is taken away after it was read. */
const FIRST = ['registerCustomer', 'createProduct', 'receiveStock', 'placeOrder'];
const LAST = [
  ...['replaceCustomer', 'replaceProduct', 'cancelOrder'],
  ...['redriveParked', 'discardParked', 'resetSubscription', 'beginRepublish'],
  ...['deleteCustomer', 'deleteProduct'],
];
const door = api.replace(/\/api$/, '');
const judged = judge(document);
const etags = new Map<string, string>();
let known: Known;

/** Sends what the examples of `operation` say, with the ids of things that are there. */
async function tried(operation: Operation): Promise<string[]> {
  const { method, path, headers, body } = exampleOf(operation, known);
  if ('If-Match' in headers) headers['If-Match'] = etags.get(path) ?? headers['If-Match'];
  const stop = new AbortController();
  const answer = await fetch(door + path, {
    method,
    headers: {
      ...(await authorization(operation.role === 'operator' ? 'operator' : 'clerk')),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: stop.signal,
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await answer.text();
  if (isStream) stop.abort();
  const answered: unknown = text === '' ? undefined : JSON.parse(text);
  const token = answer.headers.get('consistency-token');
  if (token !== null) known['Consistency-Token'] = [known['Consistency-Token'] ?? [], token].flat().join(',');
  const etag = answer.headers.get('etag');
  if (etag !== null) etags.set(path, etag);
  learn(operation, answered as Known);
  return [
    ...(answer.ok ? [] : [`${answer.status}, not a success: ${text}`]),
    ...judged(operation, answer, answered),
  ].map((fault) => `${operation.id} ${method} ${path}: ${fault}`);
}

function learn({ id }: Operation, answer: Known): void {
  if (id === 'registerCustomer') known.customerId = answer.customerId;
  if (id === 'placeOrder') known.orderId = answer.orderId;
}

/** A message that no service can read, with the place where it is parked. */
async function parked(): Promise<Known> {
  const key = randomUUID();
  const producer = createKafka({ brokers, clientId: 'e2e' }).producer();
  await producer.connect();
  await producer.send({ topic: 'stock-commands', messages: [{ key, value: 'no Avro' }] });
  await producer.disconnect();
  return eventually(async () => {
    const { body } = await call<{ items: Known[] }>('GET', `/ops/stock-service/parked?key=${key}`);
    const { partition, offset } = body.items[0]!;
    return { service: 'stock-service', key, partition, offset };
  }, 60_000);
}

beforeAll(async () => {
  const productId = `knife-${randomUUID()}`;
  known = { productId, ids: productId, 'Idempotency-Key': randomUUID(), ...(await parked()) };
});

it('the gateway gives docs/openapi.json out', async () =>
  expect(await (await fetch(`${door}/docs-json`)).json()).toEqual(document));

describe('the examples of docs/openapi.json', () => {
  const rank = ({ id }: Operation) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length + 1 + LAST.indexOf(id));
  const inOrder = [...operations].sort((a, b) => rank(a) - rank(b));

  it('do what is told, each as it is written', async () => {
    const faults: string[] = [];
    for (const operation of inOrder) faults.push(...(await tried(operation)));
    expect(faults).toEqual([]);
  });
});
