import { performance } from 'node:perf_hooks';
import { deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import { outboxSchema, startRelay } from '@offset-zero/outbox';
import { eventually, type FreshDatabase, freshDatabase, type Servers } from '@offset-zero/testing';
import { median, quantile, type Result } from './result.ts';

const ROWS = 60_000;
const BATCH = 5_000;
const ROUNDS = 3;
const VALUE = Buffer.alloc(200, 'x');
const STEADY_SECONDS = 8;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const topic: Topic = { ...(topics.orderEvents as unknown as Topic), name: 'bench-relay', partitions: 3 };

interface World {
  kafka: Kafka;
  database: FreshDatabase;
  service: string;
}

/** Rows/s drained beside the bare keyed producer, and from COMMIT to a reader in another consumer at 50 and 300 tx/s. */
export async function run({ brokers, registryUrl }: Servers): Promise<Result[]> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  const service = 'bench-relay';
  await deploy({ kafka, registryUrl, topics: [], relays: [service], log: () => {} });
  await createTopic(kafka);
  const database = await freshDatabase('bench');
  await database.sql.query(outboxSchema);
  const world = { kafka, database, service };
  try {
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ ours: await drain(world), bare: await bareProducer(kafka) });
    const ratio = { to: 'bare keyed producer', of: median(rounds.map(({ ours, bare }) => ours / bare)), expected: 0.6 };
    return [
      {
        bench: 'relay',
        what: `drain of ${ROWS} rows, ${BATCH} a batch`,
        value: median(rounds.map(({ ours }) => ours)),
        unit: 'rows/s',
        ratio,
      },
      {
        bench: 'relay',
        what: '  beside: bare keyed idempotent producer',
        value: median(rounds.map(({ bare }) => bare)),
        unit: 'rows/s',
      },
      ...(await latency(world, 50)),
      ...(await latency(world, 300)),
    ];
  } finally {
    await database.drop();
  }
}

async function createTopic(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: topic.name, numPartitions: topic.partitions }], waitForLeaders: true });
  await admin.disconnect();
}

async function drain({ kafka, database, service }: World): Promise<number> {
  await database.sql.query(
    `insert into outbox (event_id, topic, key, value, headers)
     select gen_random_uuid(), $1, 'key-' || n % 1000, $2, json_build_object('ce_type', 'bench', 'ce_time', now()) from generate_series(1, ${ROWS}) n`,
    [topic.name, VALUE],
  );
  await database.sql.query('analyze outbox');
  const relay = startRelay({ service, kafka, databaseUrl: database.url, log: quiet, batch: BATCH });
  try {
    await eventually(() => relay.status().publishedRows > 0, 30_000, 2);
    const [began, before] = [performance.now(), relay.status().publishedRows];
    await eventually(() => relay.status().publishedRows === ROWS, 60_000, 2);
    return (ROWS - before) / ((performance.now() - began) / 1_000);
  } finally {
    await relay.stop();
  }
}

async function bareProducer(kafka: Kafka): Promise<number> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const messages = Array.from({ length: BATCH }, (_, n) => ({
    key: `key-${n % 1000}`,
    value: VALUE,
    headers: { ce_type: 'bench', ce_time: new Date().toISOString(), ce_id: 'an id of thirty-six characters, as a' },
  }));
  await producer.send({ topic: topic.name, messages });
  const began = performance.now();
  for (let sent = 0; sent < ROWS; sent += BATCH) await producer.send({ topic: topic.name, messages });
  const rate = ROWS / ((performance.now() - began) / 1_000);
  await producer.disconnect();
  return rate;
}

/** Writers commit at a steady rate; a read-committed consumer notes when each row is there. */
async function latency({ kafka, database, service }: World, perSecond: number): Promise<Result[]> {
  const seen = new Map<string, number>();
  const committed = new Map<string, number>();
  const consumer = kafka.consumer({ groupId: `bench-${perSecond}`, maxWaitTimeInMs: 100 });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topic: topic.name, fromBeginning: false });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      for (const { key } of batch.messages) if (key) seen.set(key.toString(), performance.now());
    },
  });
  await joined;
  const relay = startRelay({ service, kafka, databaseUrl: database.url, log: quiet });
  try {
    await eventually(() => relay.status().office === 'active', 30_000);
    const write = async (key: string) => {
      await database.sql.query({
        name: 'bench-append',
        text: `insert into outbox (event_id, topic, key, value, headers) values (gen_random_uuid(), $1, $2, $3, '{}')`,
        values: [topic.name, key, VALUE],
      });
      committed.set(key, performance.now());
      relay.wake();
    };
    await steadily(perSecond, perSecond, (n) => write(`warm-${perSecond}-${n}`));
    committed.clear();
    await steadily(perSecond, perSecond * STEADY_SECONDS, (n) => write(`${perSecond}-${n}`));
    await eventually(() => [...committed.keys()].every((key) => seen.has(key)), 30_000);
  } finally {
    await Promise.all([relay.stop(), consumer.disconnect()]);
  }
  const times = [...committed].map(([key, at]) => Math.max(0, seen.get(key)! - at));
  const line = (q: number, name: string): Result => ({
    bench: 'relay',
    what: `commit -> visible at ${perSecond} tx/s, ${name}`,
    value: quantile(times, q),
    unit: 'ms',
  });
  return [line(0.5, 'p50'), line(0.99, 'p99')];
}

/** Starts `total` pieces of work at the given rate, whether or not the ones before have ended. */
async function steadily(perSecond: number, total: number, work: (n: number) => Promise<void>): Promise<void> {
  const all: Promise<void>[] = [];
  await new Promise<void>((resolve) => {
    const began = performance.now();
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond));
      while (all.length < due) all.push(work(all.length));
      if (all.length === total) resolve(clearInterval(timer));
    }, 2);
  });
  await Promise.all(all);
}
