import { randomUUID } from 'node:crypto';
import { createCodec, deploy, topics, type Topic } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import type { Sql } from '@offset-zero/postgres';
import { eventually, type FreshDatabase, freshDatabase, servers } from '@offset-zero/testing';
import {
  type Message,
  messagingSchema,
  type Problem,
  type Runner,
  type RunnerOptions,
  startRunner,
  type Subscription,
} from '../src/index.ts';

const { brokers, registryUrl } = servers();

export { eventually };
export type Database = FreshDatabase;
export const kafka = createKafka({ brokers, clientId: 'messaging-int' });
export const codec = createCodec({ registryUrl });
export const admin = kafka.admin();
export const producer = kafka.producer();

/** What every test file begins and ends with. */
export async function open(): Promise<void> {
  await Promise.all([admin.connect(), producer.connect()]);
  const known = [topics.orderEvents, topics.stock] as unknown as Topic[];
  await deploy({ kafka, registryUrl, topics: known, relays: [], log: () => {} });
  await codec.lookUp(known);
}

export async function close(): Promise<void> {
  for (const runner of runners) await runner.stop();
  await admin.deleteTopics({ topics: created });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
  for (const database of databases) await database.drop();
}

const databases: Database[] = [];

/** A database with the runner's tables, and `effect`, where the tests' handlers write and a double would show. */
export async function newDatabase(): Promise<Database> {
  const database = await freshDatabase('messaging');
  databases.push(database);
  await database.sql.query(messagingSchema);
  await database.sql.query('create table effect (id bigserial, partition int, "offset" bigint, key text, n bigint)');
  return database;
}

const created: string[] = [];

interface TopicOptions {
  partitions?: number;
  like?: Topic;
  config?: Record<string, string>;
}

/** A topic of this test alone, with the records of one of ours. */
export async function newTopic({ partitions = 1, like = orderEvents, config = {} }: TopicOptions = {}): Promise<Topic> {
  const name = `${like.name}-${randomUUID()}`;
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic: name, numPartitions: partitions, configEntries }],
  });
  created.push(name);
  return { ...like, name, partitions };
}

export const orderEvents = topics.orderEvents as unknown as Topic;
export const stock = topics.stock as unknown as Topic;

/** A record of `order-events` that carries nothing but a number. */
export const numbered = (key: string, n: number): Buffer =>
  codec.encode(orderEvents, 'OrderConfirmed', { orderId: key, confirmedAt: n });

export const stockValue = (key: string, n: number): Buffer =>
  codec.encode(stock, 'Stock', { productId: key, version: n, onHand: n, reserved: 0 });

export const GARBAGE = Buffer.from('no Avro at all');

export interface Sent {
  key: string;
  value: Buffer | null;
  partition?: number;
}

export const send = (topic: Topic, ...messages: Sent[]) => producer.send({ topic: topic.name, messages });

export const nOf = ({ value }: Message): number =>
  value === null
    ? -1
    : ((value as { confirmedAt?: number; onHand?: number }).confirmedAt ?? (value as never)['onHand']);

/** Writes one row of `effect` per message. */
export const record = (message: Message, sql: Sql): Promise<unknown> =>
  sql.query('insert into effect (partition, "offset", key, n) values ($1, $2, $3, $4)', [
    message.partition,
    message.offset,
    message.key,
    nOf(message),
  ]);

/** The effects of a key, or all, in the order they were made. */
export async function effects(sql: Sql, key?: string): Promise<number[]> {
  const rows = await sql.query<{ n: number }>('select n from effect where $1::text is null or key = $1 order by id', [
    key ?? null,
  ]);
  return rows.map(({ n }) => n);
}

export const parkedCodes = (sql: Sql) =>
  sql.query<{ key: string; offset: number; code: string }>(
    `select convert_from(key, 'UTF8') as key, "offset", code from messaging.parked order by partition, "offset"`,
  );

const runners: Runner[] = [];
export const stopAtTheEnd = (runner: Runner): void => void runners.push(runner);

export interface Running {
  runner: Runner;
  problems: Problem[];
  logged: { level: string; message: string; fields: object }[];
}

export const service = () => `test-${randomUUID()}`;

/** A subscription that records every message, unless `handle` says otherwise, and a runner that runs it. */
export async function run(
  database: Database,
  topic: Topic,
  handle: (message: Message, sql: Sql) => Promise<unknown> = record,
  { subscription = {}, ...options }: Partial<RunnerOptions> & { subscription?: Partial<Subscription> } = {},
): Promise<Running> {
  const problems: Problem[] = [];
  const logged: Running['logged'] = [];
  const log = (level: string) => (fields: object, message: string) => void logged.push({ level, message, fields });
  const runner = await startRunner({
    service: service(),
    databaseUrl: database.url,
    kafka,
    codec,
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    onFatal: (problem) => problems.push(problem),
    ...options,
    subscriptions: [
      {
        name: 'under-test',
        topic,
        supersede: topic.kind === 'whole-value',
        async apply(messages, sql) {
          for (const message of messages) await handle(message, sql);
        },
        ...subscription,
      },
    ],
  });
  runners.push(runner);
  return { runner, problems, logged };
}

export const status = ({ runner }: Running) => runner.status()[0]!;

/** Everything in the log has been gone over: handled, skipped or parked. */
export const atEnd = (running: Running) =>
  eventually(() => {
    const { partitions, lag, caughtUpOnce } = status(running);
    return partitions.length > 0 && lag === 0 && caughtUpOnce;
  });

/** A gate that handlers wait at. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
