import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { createCodec, type Customer, deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Producer, readLog } from '@offset-zero/kafka';
import { bearer, servers } from '@offset-zero/testing';
import { type InTest, type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import type { Manifest } from '../src/index.ts';

const { brokers, registryUrl } = servers();
const kafka = createKafka({ brokers, clientId: 'service-test' });
const codec = createCodec({ registryUrl });

/** A topic like `customer`, for one test alone. */
export async function ownTopic(): Promise<typeof topics.customer> {
  const topic = { ...topics.customer, name: `customer-${randomUUID()}` };
  await deploy({ kafka, registryUrl, topics: [topic as unknown as Topic], relays: [], log: () => {} });
  await codec.lookUp([topic as unknown as Topic]);
  return topic;
}

/** A topic like `order-events`, for one test alone. */
export async function ownEvents(): Promise<typeof topics.orderEvents> {
  const topic = { ...topics.orderEvents, name: `order-events-${randomUUID()}` };
  await deploy({ kafka, registryUrl, topics: [topic as unknown as Topic], relays: [], log: () => {} });
  await codec.lookUp([topic as unknown as Topic]);
  return topic;
}

/** Somebody else's service that says OrderConfirmed: a key and a number, or whatever bytes. */
export async function confirming(topic: typeof topics.orderEvents) {
  const producer: Producer = kafka.producer();
  await producer.connect();
  const encode = (orderId: string, confirmedAt: number) =>
    codec.encode(topic as unknown as Topic, 'OrderConfirmed', { orderId, confirmedAt });
  return {
    async say(key: string, what: number | Buffer): Promise<void> {
      const value = typeof what === 'number' ? encode(key, what) : what;
      await producer.send({ topic: topic.name, messages: [{ key, value, headers: { ce_id: randomUUID() } }] });
    },
    leave: () => producer.disconnect(),
  };
}

/** The keys of everything that was ever said in a topic. */
export const keysIn = async (topic: { name: string }): Promise<(string | null)[]> =>
  (await readLog(kafka, topic.name)).map(({ key }) => key);

/** Somebody else's service: what it says about customers goes straight to the topic. */
export async function owner(topic: typeof topics.customer) {
  const producer: Producer = kafka.producer();
  await producer.connect();
  return {
    async say(customerId: string, version: number, change: Partial<Customer> | null = {}): Promise<void> {
      const customer = { ...topic.records.Customer.sample, customerId, version, ...change };
      const value = change === null ? null : codec.encode(topic as unknown as Topic, 'Customer', customer);
      const headers = { ce_id: randomUUID(), ce_version: `${version}` };
      await producer.send({ topic: topic.name, messages: [{ key: customerId, value, headers }] });
    },
    leave: () => producer.disconnect(),
  };
}

export interface Started extends ServiceUnderTest {
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; ms: number }>;
}

/** A service in this process; it may not be ready yet. */
export async function start(declared: Manifest, module: Type, env?: InTest<object>['env']): Promise<Started> {
  const onFatal = (problem: object) => {
    throw new Error(JSON.stringify(problem));
  };
  const running = await startInTest(declared, module, { awaitReady: false, env, onFatal });
  return {
    ...running,
    async get(path, headers = {}) {
      const began = Date.now();
      const response = await fetch(running.url + path, { headers: { ...(await bearer()), ...headers } });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, body, ms: Date.now() - began };
    },
  };
}
