import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Codec, createCodec, type Customer, deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import { messagingSchema, startRunner } from '@offset-zero/messaging';
import { connect } from '@offset-zero/postgres';
import { eventually, type FreshDatabase, freshDatabase, type Servers } from '@offset-zero/testing';
import { view, type View } from '@offset-zero/views';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, EntitySchema } from 'typeorm';
import { median, type Result } from './result.ts';

const ROWS = 200_000;
const ROWS_BY_ONE = 6_000;
const ROUNDS = 3;
const BATCH = 2_000;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

interface World {
  kafka: Kafka;
  codec: Codec;
  topic: Topic;
  customers: View;
}

/** Customers from offset 0 into a view, beside one TypeORM save() per record and beside COPY of the finished rows. */
export async function run({ brokers, registryUrl }: Servers): Promise<Result[]> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  const topic = { ...topics.customer, name: `bench-views-${randomUUID()}` };
  const customers = flatCustomers(topic);
  const world = { kafka, codec: createCodec({ registryUrl }), topic: topic as unknown as Topic, customers };
  await deploy({ kafka, registryUrl, topics: [world.topic], relays: [], log: () => {} });
  await world.codec.lookUp([world.topic]);
  await publish(world);
  const rounds: { ours: number; byOne: number; copy: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await ours(world), byOne: await saveByOne(world), copy: await copyOften(customers) });
  }
  const ratio = (peer: 'byOne' | 'copy') => median(rounds.map((round) => round.ours / round[peer]));
  const what = `${ROWS} customers, offset 0 to view`;
  const line = (what: string, of: keyof (typeof rounds)[0]) => ({
    ...{ bench: 'views', what, value: median(rounds.map((round) => round[of])), unit: 'rows/s' },
  });
  return [
    { ...line(what, 'ours'), ratio: { to: 'TypeORM save() per record', of: ratio('byOne'), expected: 40 } },
    { ...line(what, 'ours'), ratio: { to: 'COPY, then primary key', of: ratio('copy'), expected: 0.2 } },
    line(`  beside: eachMessage, TypeORM save(), first ${ROWS_BY_ONE}`, 'byOne'),
    line('  beside: COPY of the finished rows, then primary key', 'copy'),
  ];
}

const flatCustomers = (from: Topic<{ Customer: Customer }>) =>
  view({ name: 'customers', from, row: ({ address, ...customer }) => ({ ...customer, ...address }) });

const customerOf = (n: number): Customer => ({
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
async function onFreshDatabase(
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

/** The common way: from the first message on. */
const saveByOne = ({ kafka, codec, topic, customers }: World): Promise<number> =>
  onFreshDatabase(ROWS_BY_ONE, async ({ url }, start) => {
    const Row = new EntitySchema({
      name: 'customer',
      columns: Object.fromEntries(
        customers.columns.map(({ name, type }) => [name, { type, primary: name === 'customerId' }]),
      ) as never,
    });
    const database = await new DataSource({ type: 'postgres', url, entities: [Row], synchronize: true }).initialize();
    const repository = database.getRepository(Row);
    const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topic: topic.name, fromBeginning: true });
    const ended = await new Promise<number>((resolve) => {
      let rows = 0;
      void consumer.run({
        eachMessage: async ({ message }) => {
          if (rows === 0) start();
          const { value } = codec.decode(topic, message.value!);
          if (rows < ROWS_BY_ONE) await repository.save(customers.row(value) as never);
          if (++rows === ROWS_BY_ONE) resolve(performance.now());
        },
      });
    });
    await consumer.disconnect();
    await database.destroy();
    return ended;
  });

/** What Postgres can do at best: rows that are already text, no index until the end. */
const copy = (customers: View): Promise<number> =>
  onFreshDatabase(ROWS, async ({ url }, start) => {
    const client = await connect(url);
    const names = customers.columns.map(({ name }) => `"${name}"`).join(', ');
    await client.query(`create table c (${customers.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`);
    const parts = Array.from({ length: ROWS / BATCH }, (_, part) =>
      Buffer.from(Array.from({ length: BATCH }, (_, i) => line(customers, part * BATCH + i)).join('')),
    );
    start();
    await pipeline(Readable.from(parts), client.query(copyFrom(`copy c (${names}) from stdin`)));
    await client.query('alter table c add primary key ("customerId")');
    const ended = performance.now();
    await client.end();
    return ended;
  });

/** It is over in half a second, so once says little. */
const copyOften = async (customers: View) =>
  median([await copy(customers), await copy(customers), await copy(customers)]);

const line = (customers: View, n: number): string => {
  const row = customers.row(customerOf(n)) as Record<string, unknown>;
  return `${customers.columns.map(({ name }) => row[name]).join('\t')}\n`;
};
