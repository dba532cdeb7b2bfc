import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogReader, PartitionRecords } from '@offset-zero/kafka';
import type { Principal } from '@offset-zero/service';
import type { Positions } from './cursor.ts';
import type { Feed, FeedListener } from './feed.process.ts';
import { Resuming } from './resume.process.ts';
import { Ring } from './ring.ts';
import { Streams } from './streams.process.ts';

const TOPIC = 'product';
const at = (offset: number): Positions => new Map([[TOPIC, [offset]]]);
const ringAt = (offset: number) => new Ring({ entries: 10, bytes: 10_000 }, at(offset));
const entry = (offset: number) => ({
  ...{ topic: TOPIC, partition: 0, offset, key: null, isUndecodable: false, body: Buffer.from('body') },
});

/** A feed whose ring and log are what the test says. */
class PlayedFeed {
  ring: Ring | undefined;
  away = undefined;
  tags = new Map([[TOPIC, '0198f0c27a31']]);
  ends = async (): Promise<Positions> => at(0);
  read = async (): Promise<PartitionRecords[]> => [];
  readonly log = {
    ends: () => this.ends(),
    reading: async <T>(work: (reader: LogReader) => Promise<T>) => {
      await turn();
      return work({ read: () => turn().then(() => this.read()) } as unknown as LogReader);
    },
    topic: (name: string) => ({ name }),
    codec: { learn: async () => {}, decode: () => ({ record: 'Product', value: {}, known: true }) },
  };
  private listener!: FeedListener;

  listen(listener: FeedListener): void {
    this.listener = listener;
  }

  cursor(mine?: Positions): string {
    return `${(mine ?? this.ring!.head).get(TOPIC)![0]}`;
  }

  begin(ring: Ring): void {
    this.ring = ring;
    this.listener.begun();
  }

  push(offset: number): void {
    this.ring!.head.get(TOPIC)![0] = offset + 1;
    this.ring!.push(entry(offset), Buffer.from(`frame ${offset}`));
    this.listener.news();
  }

  async stop(): Promise<void> {}
}

const batch = (...offsets: number[]): PartitionRecords[] => {
  const records = offsets.map((offset) => ({
    ...{ topic: TOPIC, partition: 0, offset, key: null, value: Buffer.from('x'), headers: {}, timestamp: 0 },
  }));
  return [{ topic: TOPIC, partition: 0, records, next: offsets.at(-1)! + 1 }] as unknown as PartitionRecords[];
};

let feed: PlayedFeed;
let streams: Streams;

beforeEach(() => {
  feed = new PlayedFeed();
  const settings = { live: { brokers: [], registryUrl: '', streams: 100, streamsPerClient: 100, records: 10 } };
  streams = new Streams(feed as unknown as Feed, new Resuming(feed as unknown as Feed), settings);
  streams.onModuleInit();
});

afterEach(() => streams.beforeApplicationShutdown());

const who: Principal = { subject: 'otto', role: 'operator', expiresAt: Date.now() + 600_000 };

/** A stream that goes on at `offset`; what was written to it, by the names of its events. */
function continued(offset: number, takes = true): string[] {
  const written: string[] = [];
  const write = (bytes: Buffer | string) => {
    const name = /event: (\w+)(?:\ndata: (\{"reason.*))?/.exec(bytes.toString());
    written.push(name ? [name[1], name[2]].filter(Boolean).join(' ') : bytes.toString().trim());
    return takes;
  };
  const cursor = { at: Date.now(), positions: new Map([['0198f0c27a31', [offset]]]) };
  streams.begin(who, { topics: new Set([TOPIC]) }, cursor, { write, end: () => {}, destroy: () => {} });
  return written;
}

const settled = async () => {
  for (let turns = 0; turns < 100; turns++) await turn();
};

describe('a stream that is being continued when the feed begins a new ring', () => {
  const toldAndGoesOn = ['retry: 2000', 'reset {"reason":"log-changed"}', 'ready', 'frame 50'];

  it('is told so, wherever it was, and follows the new one: while Kafka is read', async () => {
    const { promise, resolve } = Promise.withResolvers<PartitionRecords[]>();
    feed.read = () => promise;
    feed.begin(ringAt(3));
    const written = continued(0);
    feed.begin(ringAt(50));
    resolve(batch(0, 1, 2));
    await settled();
    feed.push(50);
    expect(written).toEqual(toldAndGoesOn);
  });

  it('and while Kafka is asked for the ends', async () => {
    const { promise, resolve } = Promise.withResolvers<Positions>();
    feed.ends = () => promise;
    feed.begin(ringAt(3));
    const written = continued(5);
    feed.begin(ringAt(50));
    resolve(at(9));
    await settled();
    feed.push(50);
    expect(written).toEqual(toldAndGoesOn);
  });

  it('and when it has joined', async () => {
    feed.begin(ringAt(3));
    const written = continued(3);
    await settled();
    feed.begin(ringAt(50));
    feed.push(50);
    expect(written).toEqual(['retry: 2000', 'ready', ...toldAndGoesOn.slice(1)]);
  });
});

describe('a client that is slow while he is given what he missed', () => {
  it('keeps nobody else from Kafka', async () => {
    feed.read = async () => batch(0, 1, 2);
    feed.begin(ringAt(3));
    for (let slow = 0; slow < 10; slow++) continued(0, false);
    await settled();
    const written = continued(0);
    await settled();
    expect(written).toEqual(['retry: 2000', 'record', 'record', 'record', 'ready']);
  });
});
