/* eslint-disable @nx/enforce-module-boundaries -- how the servers of a test are started is known to the platform */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, topics } from '@offset-zero/contracts';
import { openReader } from '@offset-zero/kafka';
import { startTestServers } from '@offset-zero/platform/test-servers';
import { eventually } from '@offset-zero/testing';
import { openTopics, type TopicsInTest } from '@offset-zero/testing/topics';
import { encodeCursor, tagOf } from '../src/live/cursor.ts';
import type { Client } from './live-world.ts';

/** Of this file alone: topics are emptied and deleted here. */
const { env, stop: stopServers } = await startTestServers();
Object.assign(process.env, env);
const { deployTopics, id, kafka, liveGateway, open } = await import('./live-world.ts'); // looks for servers at once

const topic = topics.orderEvents.name;
const all = Object.values(topics).map(({ name }) => name);
const admin = kafka.admin();
const reader = openReader(kafka);
const opened: Client[] = [];

let log: TopicsInTest;
let door: Awaited<ReturnType<typeof liveGateway>>;

/** More than a stream is given when it comes back. They are old: the gateway does not keep them in memory. */
const MANY = 100_001;

beforeAll(async () => {
  await deployTopics();
  [log] = await Promise.all([openTopics(), admin.connect()]);
  await fill(MANY);
  door = await liveGateway();
}, 240_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.leave()));
});

afterAll(async () => {
  await door.stop();
  await Promise.all([log.close(), reader.close(), admin.disconnect()]);
  await stopServers();
}, 60_000);

async function fill(count: number): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  const timestamp = String(Date.now() - 3_600_000);
  const messages = Array.from({ length: 10_000 }, (_, i) => ({ key: String(i), value: 'old', timestamp }));
  for (let left = count; left > 0; left -= messages.length)
    await producer.send({ topic, messages: messages.slice(0, left) });
  await producer.disconnect();
}

/** What a client has that has read everything of all topics, but for so much of each partition of `topic`. */
async function cursor(of: (end: number) => number): Promise<string> {
  const ids = await reader.topicIds(all);
  const positions = new Map<string, number[]>();
  for (const name of all) {
    const ends = (await reader.ends(name)).map(({ high }) => high);
    positions.set(tagOf(ids.get(name)!), name === topic ? ends.map(of) : ends);
  }
  return encodeCursor({ at: Date.now(), positions });
}

async function follow(lastEventId?: string): Promise<Client> {
  const client = await open(door.url, { query: `?topics=${topic}`, as: { role: 'operator' }, lastEventId });
  opened.push(client);
  await client.ready();
  return client;
}

/** What it was told beside records. */
const told = ({ events }: Client) =>
  events.filter(({ event }) => event !== 'record').map(({ event, data }) => (event === 'reset' ? data : event));

/** Shows that the stream goes on: what is written now comes. */
async function isTold(client: Client): Promise<void> {
  const key = id();
  await log.publish(fact(topics.orderEvents, 'OrderPlaced', key, topics.orderEvents.records.OrderPlaced.sample));
  await eventually(() => client.records.some((record) => record.key === key));
}

describe('a stream is told to fetch everything again, and goes on,', () => {
  it('when it has missed more than it is worth to be told one by one: too-far', async () => {
    const client = await follow(await cursor(() => 0));
    expect(told(client)).toEqual(['{"reason":"too-far"}', 'ready']);
    expect(client.records).toHaveLength(0);
    await isTold(client);
  }, 120_000);

  it('when the log begins behind what it has read: retention', async () => {
    const before = await cursor((end) => end - 10);
    const partitions = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({
      topic,
      partitions: partitions.map(({ partition, high: offset }) => ({ partition, offset })),
    });
    const client = await follow(before);
    expect(told(client)).toEqual(['{"reason":"retention"}', 'ready']);
    expect(client.records).toHaveLength(0);
    await isTold(client);
  }, 120_000);

  it('when a topic is deleted and created again while it is open: log-changed', async () => {
    const client = await follow();
    const before = client.lastEventId();
    await admin.deleteTopics({ topics: [topic] });
    await deployTopics();
    await eventually(() => told(client).filter((event) => event === 'ready').length === 2, 60_000);
    expect(told(client).filter((event) => event !== 'state')).toEqual(['ready', '{"reason":"log-changed"}', 'ready']);
    await isTold(client);
    expect(told(await follow(before))).toEqual(['{"reason":"unknown-topic"}', 'ready']);
  }, 180_000);
});
