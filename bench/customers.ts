import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Codec, createCodec, type Customer, deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import { messagingSchema, startRunner } from '@offset-zero/messaging';
import { eventually, type FreshDatabase, freshDatabase, type Servers } from '@offset-zero/testing';
import { view, type View } from '@offset-zero/views';

export const ROWS = 200_000;
const BATCH = 2_000;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export interface World {
  kafka: Kafka;
  codec: Codec;
  topic: Topic;
  customers: View;
}

/** A topic with customers in it, as their owner's relay would have written them, and a view of them. */
export async function openWorld({ brokers, registryUrl }: Servers): Promise<World> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  const topic = { ...topics.customer, name: `bench-views-${randomUUID()}` };
  const customers = flatCustomers(topic);
  const world = { kafka, codec: createCodec({ registryUrl }), topic: topic as unknown as Topic, customers };
  await deploy({ kafka, registryUrl, topics: [world.topic], relays: [], log: () => {} });
  await world.codec.lookUp([world.topic]);
  await publish(world);
  return world;
}

const flatCustomers = (from: Topic<{ Customer: Customer }>) =>
  view({ name: 'customers', from, row: ({ address, ...customer }) => ({ ...customer, ...address }) });

export const customerOf = (n: number): Customer => ({
  customerId: idOf(n),
  version: 1,
  firstName: ['Anna', 'Peter', 'Zoë', 'Liam'][n % 4]!,
  lastName: `Muster-${n}`,
  email: `customer.${n}@example.org`,
  category: 'B',
  address: { street: `Münstergasse ${n % 100}`, postalCode: '3011', city: 'Bern', country: 'CH' },
  registeredAt: 1_700_000_000_000 + n,
  updatedAt: 1_700_000_000_000 + n,
});

const idOf = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** With the headers that every relay sets. */
async function publish({ kafka, codec, topic }: World): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  for (let first = 0; first < ROWS; first += BATCH) {
    const messages = Array.from({ length: BATCH }, (_, i) => {
      const customer = customerOf(first + i);
      const headers = {
        'content-type': 'application/avro',
        ce_specversion: '1.0',
        ce_id: customer.customerId,
        ce_type: 'shop.customer.Customer',
        ce_source: '/customer-service',
        ce_time: '2026-01-31T12:00:00.000Z',
        ce_subject: customer.customerId,
        ce_version: '1',
      };
      return { key: customer.customerId, value: codec.encode(topic, 'Customer', customer), headers };
    });
    await producer.send({ topic: topic.name, messages });
  }
  await producer.disconnect();
}

/** Works on a database of its own and gives rows/s. */
export async function onFreshDatabase(
  rows: number,
  work: (database: FreshDatabase, start: () => void) => Promise<number>,
): Promise<number> {
  const database = await freshDatabase('bench');
  try {
    let started = 0;
    const ended = await work(database, () => (started = performance.now()));
    return rows / ((ended - started) / 1_000);
  } finally {
    await database.drop();
  }
}

/** From the start of the runner, joining its group included, to its last commit. */
export const ours = ({ kafka, codec, customers }: World): Promise<number> =>
  onFreshDatabase(ROWS, async ({ sql, url }, start) => {
    await sql.query(messagingSchema);
    let lastCommit = 0;
    start();
    const runner = await startRunner({
      service: `bench-${randomUUID()}`,
      ...{ databaseUrl: url, kafka, codec, subscriptions: [customers.subscription()], log: quiet },
      onCommitted: () => (lastCommit = performance.now()),
      onFatal: ({ detail }) => console.error(detail),
    });
    await eventually(async () => {
      const [at] = await sql.query<{ sum: string }>('select sum(next_offset) from messaging.position');
      return Number(at!.sum) === ROWS;
    });
    await runner.stop();
    const [{ count }] = (await sql.query(`select count(*)::int from ${customers.table}`)) as [{ count: number }];
    if (count !== ROWS) throw new Error(`the view has ${count} rows`);
    return lastCommit;
  });
