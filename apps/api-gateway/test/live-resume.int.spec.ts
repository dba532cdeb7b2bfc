import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { openReader } from '@offset-zero/kafka';
import type { LiveRecord } from '@offset-zero/live';
import { bearer, eventually } from '@offset-zero/testing';
import { openTopics, type TopicsInTest } from '@offset-zero/testing/topics';
import { encodeCursor, tagOf } from '../src/live/cursor.ts';
import { type Client, deployTopics, id, kafka, liveGateway, open, someProduct } from './live-world.ts';

type Door = Awaited<ReturnType<typeof liveGateway>>;

let log: TopicsInTest;
const doors: Door[] = [];
const opened: Client[] = [];

beforeAll(async () => {
  await deployTopics();
  log = await openTopics();
}, 60_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.leave()));
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});

afterAll(() => log.close());

async function door(env?: Record<string, string>): Promise<Door> {
  const started = await liveGateway(env);
  doors.push(started);
  return started;
}

async function stream(at: Door, options: Parameters<typeof open>[1]): Promise<Client> {
  const client = await open(at.url, { as: { role: 'operator' }, ...options });
  opened.push(client);
  return client;
}

/** Publishes products with these keys, one after the other, until it is told to stop; the numbers are their versions. */
function flow(keys: string[]) {
  let version = 0;
  let going = true;
  const done = (async () => {
    while (going)
      await log.publish(...Array.from({ length: 5 }, () => someProduct(keys[++version % keys.length]!, version)));
    return version;
  })();
  return {
    version: () => version,
    stop: () => {
      going = false;
      return done;
    },
  };
}

const versions = (records: LiveRecord[]): number[] =>
  records.map(({ value }) => (value as { version: number }).version);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const queryOf = (keys: string[]) => `?topics=product&${keys.map((key) => `key=${key}`).join('&')}`;
const metric = async ({ url }: Door, line: string) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = text.split('\n').find((each) => each.startsWith(line.replace('}', ',')) || each.startsWith(line));
  return Number(found?.split(' ').at(-1));
};
const resumes = (at: Door, from: string) => metric(at, `live_resumes_total{from="${from}"}`);

describe('a stream that is continued', () => {
  it('misses nothing and gets nothing twice, at either of two gateways, while records flow', async () => {
    const keys = [id(), id(), id(), id(), id(), id(), id()];
    const query = queryOf(keys);
    const both = [await door(), await door()] as const;
    const seen: LiveRecord[] = [];
    let client = await stream(both[0], { query });
    await client.ready();
    const flowing = flow(keys);
    for (let turn = 1; turn <= 30; turn++) {
      const before = client;
      const enough = (turn * 7) % 11;
      await eventually(() => before.records.length >= enough);
      await before.leave(); // in the middle of whatever is on its way
      seen.push(...before.records);
      client = await stream(both[turn % 2]!, { query, lastEventId: before.lastEventId() });
    }
    const last = await flowing.stop();
    await eventually(() => seen.length + client.records.length >= last);
    seen.push(...client.records);
    expect(versions(seen).sort((a, b) => a - b)).toEqual(upTo(last));
    for (const ofKey of Map.groupBy(seen, ({ key }) => key).values())
      expect(versions(ofKey)).toEqual(versions(ofKey).toSorted((a, b) => a - b));
  }, 180_000);

  it('goes on at a gateway that was restarted, from what that read before its start', async () => {
    const keys = [id()];
    const query = queryOf(keys);
    const first = await door();
    const client = await stream(first, { query });
    await client.ready();
    await log.publish(someProduct(keys[0]!, 1));
    await eventually(() => client.records.length === 1);
    await first.stop();
    doors.length = 0;
    expect(await client.ended).toBe('end');
    await log.publish(someProduct(keys[0]!, 2), someProduct(keys[0]!, 3));
    const second = await door();
    const again = await stream(second, { query, lastEventId: client.lastEventId() });
    await again.ready();
    expect(versions(again.records)).toEqual([2, 3]);
    expect(await resumes(second, 'memory')).toBe(1);
  }, 60_000);

  it('reads in Kafka what memory does not have any more, and then joins the others', async () => {
    const keys = [id(), id(), id()];
    const query = queryOf(keys);
    const small = await door({ LIVE_RECORDS: '100' }); // less than is missed, more than others write meanwhile
    const client = await stream(small, { query });
    await client.ready();
    await client.leave();
    await log.publish(...upTo(300).map((version) => someProduct(keys[version % 3]!, version)));
    const flowing = flow([id()]); // of nobody's interest
    const again = await stream(small, { query, lastEventId: client.lastEventId() });
    await again.ready();
    await flowing.stop();
    await log.publish(someProduct(keys[0]!, 301));
    await eventually(() => again.records.length >= 301);
    expect(versions(again.records).sort((a, b) => a - b)).toEqual(upTo(301));
    expect(await resumes(small, 'kafka')).toBe(1);
  }, 120_000);

  it('is told of progress when there is nothing to show', async () => {
    const at = await door();
    const client = await stream(at, { query: queryOf([id()]) });
    await client.ready();
    const before = client.lastEventId();
    await log.publish(someProduct(id(), 1));
    await eventually(() => client.lastEventId() !== before, 40_000);
    expect(client.records).toEqual([]);
  }, 60_000);
});

describe('a stream that cannot be continued', () => {
  const reasonOf = ({ events }: Client) =>
    events.filter(({ event }) => event === 'reset').map(({ data }) => (JSON.parse(data) as { reason: string }).reason);

  it.each([
    ['unknown-position', (offset: number) => offset + 1_000_000, Date.now()],
    ['too-old', (offset: number) => offset, Date.now() - 25 * 3_600_000],
  ])('is told to fetch everything again, and goes on: %s', async (reason, wrong, at) => {
    const reader = openReader(kafka);
    const all = Object.values(topics).map(({ name }) => name);
    const ids = await reader.topicIds(all);
    const ends = await Promise.all(all.map(async (topic) => [topic, await reader.ends(topic)] as const));
    await reader.close();
    const positions = new Map(
      ends.map(([topic, list]) => [tagOf(ids.get(topic)!), list.map(({ high }) => wrong(high))]),
    );
    const key = id();
    const client = await stream(await door(), {
      query: queryOf([key]),
      lastEventId: encodeCursor({ at, positions }),
    });
    await client.ready();
    expect(reasonOf(client)).toEqual([reason]);
    expect(client.events.map(({ event }) => event)).toEqual(['reset', 'ready']);
    await log.publish(someProduct(key, 1));
    await eventually(() => client.records.length === 1);
  });

  it('knows nothing of a topic: another cluster, or created again', async () => {
    const positions = new Map([['000000000000', [0, 0, 0, 0, 0, 0]]]);
    const client = await stream(await door(), { lastEventId: encodeCursor({ at: Date.now(), positions }) });
    await client.ready();
    expect(reasonOf(client)).toEqual(['unknown-topic']);
  });
});

describe('a client that does not take what it gets', () => {
  it('is cut when memory has moved past it, and goes on where it was', async () => {
    const key = id();
    const at = await door({ LIVE_RECORDS: '300' });
    const { hostname, port } = new URL(at.url);
    const { Authorization } = await bearer({ role: 'operator' });
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write(
      `GET /api/live${queryOf([key])} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: ${Authorization}\r\n\r\n`,
    );
    await eventually(async () => (await metric(at, 'live_streams{')) === 1);
    const other = await stream(at, { query: queryOf([key]) });
    await other.ready();
    const text = 'x'.repeat(100_000);
    let sent = 0;
    await eventually(
      async () => {
        await log.publish(...upTo(20).map(() => someProduct(key, ++sent, text)));
        await eventually(() => other.records.length === sent); // who takes what he gets is not held up
        return (await metric(at, 'live_streams_ended_total{reason="slow"}')) === 1;
      },
      90_000,
      0,
    );
    socket.destroy();
  }, 120_000);
});
