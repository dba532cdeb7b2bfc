import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCodec, type Customer, deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka, type Message as Outgoing } from '@offset-zero/kafka';
import { type Runner, startRunner } from '@offset-zero/messaging';
import { eventually, servers } from '@offset-zero/testing';
import { type View, verify } from '../src/index.ts';
import { customer, customersIn, fixture, type Fixture } from './customers.ts';

const { brokers, registryUrl } = servers();
const kafka = createKafka({ brokers, clientId: 'views-int' });
const codec = createCodec({ registryUrl });
const producer = kafka.producer();
const admin = kafka.admin();
const silent = { debug() {}, info() {}, warn() {}, error() {} };

let db: Fixture;
let topic: Topic<{ Customer: Customer }>;
let view: View;
let runner: Runner | undefined;
const made: string[] = [];

beforeAll(() => Promise.all([producer.connect(), admin.connect()]));
afterAll(async () => {
  // At the end: a producer asks for the metadata of every topic it ever wrote to, and fails when one is gone.
  await admin.deleteTopics({ topics: made });
  await Promise.all([producer.disconnect(), admin.disconnect()]);
});

beforeEach(async () => {
  db = await fixture();
  // `delete` beside `compact` lets a test remove the log's start, as compaction would remove single records.
  const config = { ...topics.customer.config, 'cleanup.policy': 'compact,delete' };
  topic = { ...topics.customer, name: `customer-${randomUUID()}`, config };
  made.push(topic.name);
  view = customersIn(topic);
  await deploy({ kafka, registryUrl, topics: [topic as unknown as Topic], relays: [], log() {} });
  await codec.lookUp([topic as unknown as Topic]);
});
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
  await db.drop();
});

const put = (key: string, lastName: string): Outgoing => ({
  key,
  value: codec.encode(topic as unknown as Topic, 'Customer', customer({ customerId: key, lastName })),
});
const send = (...messages: Outgoing[]) => producer.send({ topic: topic.name, messages });
const sendTo = (partition: number, ...messages: Outgoing[]) =>
  send(...messages.map((message) => ({ ...message, partition })));

/** The records before `low` are gone without a tombstone, as after a compaction that came by twice. */
async function removeStart(partition: number, low: number): Promise<void> {
  await admin.fetchTopicOffsets(topic.name); // kafkajs finds the leader only of topics it has heard of
  await admin.deleteTopicRecords({ topic: topic.name, partitions: [{ partition, offset: `${low}` }] });
}

async function start(): Promise<void> {
  const subscriptions = [view.subscription()];
  const options = { service: `views-${randomUUID()}`, databaseUrl: db.url, kafka, codec, subscriptions, log: silent };
  runner = await startRunner({
    ...options,
    onFatal({ detail }) {
      throw new Error(detail);
    },
  });
}

const caughtUp = () => eventually(() => runner!.status().every(({ lag, caughtUpOnce }) => caughtUpOnce && lag === 0));

describe('a view of a log', () => {
  it('is filled from offset 0 and follows, and can be proven equal to the log', async () => {
    await send(...Array.from({ length: 500 }, (_, i) => put(`c${i % 300}`, `Name ${i}`)));
    await send({ key: 'c0', value: null }, { key: 'c1', value: null }, put('c1', 'Back'));
    await start();
    await caughtUp();
    expect(await view.find(db.sql, 'c0')).toBeUndefined();
    expect(await view.find(db.sql, 'c1')).toMatchObject({ lastName: 'Back' });
    await send(put('c2', 'Followed'));
    await eventually(async () => expect(await view.find(db.sql, 'c2')).toMatchObject({ lastName: 'Followed' }));
    expect(await verify(view, db.sql, kafka, codec)).toEqual({
      ...{ compared: 300, inMotion: 0, undecodable: 0, differences: [] },
    });
  });

  it('shows row by row where it is not the log any more', async () => {
    await sendTo(0, put('same', 'Same'), put('changed', 'Changed'), put('lost', 'Lost'), put('broken', 'Broken'));
    await sendTo(0, { key: 'broken', value: Buffer.from('no avro') });
    await start();
    await caughtUp();
    await runner!.stop();
    const table = `"views"."${view.id}_all"`;
    await db.sql.query(`update ${table} set "lastName" = 'Forged' where _key = 'changed'`);
    await db.sql.query(`delete from ${table} where _key = 'lost'`);
    await db.sql.query(`insert into ${table} values ('added', 0, 0, 1, false, 'added')`);
    await sendTo(0, put('unread', 'Unread'));
    const { differences, ...counts } = await verify(view, db.sql, kafka, codec);
    expect(counts).toEqual({ compared: 4, inMotion: 1, undecodable: 1 });
    expect(
      differences.map(({ key, inLog, inView }) => [key, inLog !== undefined, inView !== undefined]).sort(),
    ).toEqual([
      ['added', false, true],
      ['changed', true, true],
      ['lost', true, false],
    ]);
  });

  it('loses the rows whose tombstones were compacted away while it was not running', async () => {
    await sendTo(0, put('vanishes', 'Vanishes'), put('stays', 'Stays'), put('changes', 'Before'));
    await start();
    await caughtUp();
    await runner!.stop();
    await removeStart(0, 1);
    await sendTo(0, put('changes', 'After'));
    await db.sql.query(`update messaging.position set updated_at = now() - interval '8 days'`);

    await start();
    await caughtUp();
    const rows = await view.findMany(db.sql, ['vanishes', 'stays', 'changes']);
    expect(Object.fromEntries([...rows].map(([key, row]) => [key, (row as { lastName: string }).lastName]))).toEqual({
      stays: 'Stays',
      changes: 'After',
    });
    expect(await verify(view, db.sql, kafka, codec)).toMatchObject({ inMotion: 0, differences: [] });
  });
});
