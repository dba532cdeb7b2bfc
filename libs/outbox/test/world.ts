import { randomBytes } from 'node:crypto';
import {
  createCodec,
  deploy,
  type Fact,
  fact,
  relayTopic,
  type Topic,
  topics,
  tombstone,
} from '@offset-zero/contracts';
import { createKafka, type Kafka, type LogRecord, readLog } from '@offset-zero/kafka';
import { type Sql, transaction } from '@offset-zero/postgres';
import { type FreshDatabase, freshDatabase, servers } from '@offset-zero/testing';
import { createOutbox, type Outbox, outboxSchema } from '../src/index.ts';

export interface World {
  service: string;
  kafka: Kafka;
  database: FreshDatabase;
  outbox: Outbox;
  /** A topic of this test alone, with the records of `customer`. */
  topic: Topic;
  /** Version `version` of `key`, in a transaction of its own; null deletes. */
  write(key: string, version: number, value?: null): Promise<void>;
  /** The same in the given transaction. */
  writeIn(sql: Sql, key: string, version: number, value?: null): Promise<void>;
  log(): Promise<LogRecord[]>;
  createTopic(name: string): Promise<void>;
  close(): Promise<void>;
}

export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A log that can be read again. */
export function recording() {
  const lines: { level: string; message: string }[] = [];
  let failures = 0;
  const at = (level: string) => (_: object, message: string) => {
    if (level === 'debug' && message === 'The term ended') failures++;
    if (level !== 'debug') lines.push({ level, message });
  };
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { ...log, lines, failures: () => failures };
}

/** A service that owns one topic: its database with an outbox, and its topics in Kafka. */
export async function createWorld(): Promise<World> {
  const { brokers, registryUrl } = servers();
  const service = `outbox-test-${randomBytes(4).toString('hex')}`;
  const kafka = createKafka({ brokers, clientId: service });
  const topic = { ...topics.customer, name: `${service}-facts` } as unknown as Topic;
  await deploy({ kafka, registryUrl, topics: [topics.customer], relays: [service], log: () => {} });
  const admin = kafka.admin();
  await admin.connect();
  const created: string[] = [];
  const createTopic = async (name: string) => {
    await admin.createTopics({ topics: [{ topic: name, numPartitions: 3 }], waitForLeaders: true });
    created.push(name);
  };
  await createTopic(topic.name);
  const database = await freshDatabase('outbox');
  await database.sql.query(outboxSchema);
  const codec = createCodec({ registryUrl });
  await codec.lookUp([topics.customer as unknown as Topic]);
  const own = (made: Fact): Fact => ({ ...made, topic });
  const outbox = createOutbox({
    source: service,
    codec: { ...codec, encode: (_, ...rest) => codec.encode(topics.customer as unknown as Topic, ...rest) },
  });
  const sample = topics.customer.records.Customer.sample;
  const writeIn: World['writeIn'] = (sql, key, version, value) =>
    outbox.append(sql, [
      value === null
        ? own(tombstone(topics.customer, key, version))
        : own(fact(topics.customer, 'Customer', key, { ...sample, customerId: key, version }, version)),
    ]);
  return {
    service,
    kafka,
    database,
    outbox,
    topic,
    writeIn,
    write: (...change) => transaction(database.pool, (sql) => writeIn(sql, ...change)),
    log: () => readLog(kafka, topic.name),
    createTopic,
    async close() {
      await admin.deleteTopics({ topics: [...created, relayTopic(service).name] });
      await admin.disconnect();
      await database.drop();
    },
  };
}
