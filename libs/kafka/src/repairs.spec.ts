import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FetchedRecord } from './record.ts';
import type { DecodeBatch, DecodedRecord, Fetched } from './repairs.ts';
import './repairs.ts';

const require = createRequire(import.meta.url);
const Decoder = require('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => unknown;
const decodeBatch = require('kafkajs/src/protocol/recordBatch/v0/decoder.js') as DecodeBatch;
const filterAborted = require('kafkajs/src/consumer/filterAbortedMessages.js') as (f: Fetched) => DecodedRecord[];
const Batch = require('kafkajs/src/consumer/batch.js') as new (topic: string, from: string, data: object) => KafkaBatch;
const RequestQueue = require('kafkajs/src/network/requestQueue/index.js') as new (options: object) => Queue;

const ConnectionPool = require('kafkajs/src/network/connectionPool.js') as { prototype: Pool };

const ConsumerGroup = require('kafkajs/src/consumer/consumerGroup.js') as new (options: object) => Group;

const waitFor = require('kafkajs/src/utils/waitFor.js') as (
  fact: () => Promise<unknown>,
  o: object,
) => Promise<unknown>;

interface Pool {
  getConnection(): Promise<object>;
}

interface Group {
  subscriptionState: { assign(topics: object[]): void; pause(topics: object[]): void };
  resume(topics: object[]): void;
  fetch(nodeId: string): Promise<object[]>;
}

interface KafkaBatch {
  messages: object[];
  isEmpty(): boolean;
  isEmptyDueToFiltering(): boolean;
  lastOffset(): string;
}

interface Queue {
  pending: object[];
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

/** A record batch (magic 2) at offset 40 that spans 5 offsets, with the given deltas left by the cleaner. */
function cleanedBatch(deltas: number[]): Buffer {
  const records = deltas.map((delta) => Buffer.from([14, 0, 0, delta * 2, 2, 0x6b, 1, 0])); // key 'k', value null
  const body = Buffer.alloc(49);
  body.writeInt8(2, 4);
  body.writeInt32BE(4, 11); // last offset delta
  body.writeInt32BE(deltas.length, 45);
  const length = Buffer.alloc(12);
  length.writeBigInt64BE(40n, 0);
  length.writeInt32BE(49 + 8 * deltas.length, 8);
  return Buffer.concat([length, body, ...records]);
}

describe('a cleaned record batch', () => {
  const offsets = async (deltas: number[]) => {
    const { records } = await decodeBatch(new Decoder(cleanedBatch(deltas)));
    return (records as DecodedRecord[]).map(({ offset, isControlRecord }) => offset + (isControlRecord ? 'c' : ''));
  };

  it('without any records ends at its last offset', async () => expect(await offsets([])).toEqual(['44c']));
  it('without its last records ends there too', async () => expect(await offsets([0, 2])).toEqual(['40', '42', '44c']));
  it('has records that decode their headers when asked', async () => {
    const { records } = await decodeBatch(new Decoder(cleanedBatch([4])));
    expect(records).toEqual([expect.any(FetchedRecord)]);
  });
  it('with its last record is left alone', async () => expect(await offsets([1, 4])).toEqual(['41', '44']));
});

describe('aborted transactions', () => {
  const ABORT = Buffer.from([0, 0, 0, 0]);
  const record = (offset: number, producerId: string, key: Buffer | string = 'k', isControlRecord = false) => ({
    offset: String(offset),
    key: Buffer.from(key as string),
    isControlRecord,
    batchContext: { producerId, inTransaction: true },
  });
  const marker = (offset: number, producerId: string) => record(offset, producerId, ABORT as never, true);
  const delivered = (messages: DecodedRecord[], abortedTransactions: Fetched['abortedTransactions']) =>
    filterAborted({ messages, abortedTransactions })
      .filter(({ isControlRecord }) => !isControlRecord)
      .map(({ offset, batchContext }) => offset + batchContext.producerId);

  // A began first and ended last; the broker lists B first.
  const log = [
    record(10, 'A'),
    record(11, 'B'),
    record(12, 'A'),
    marker(13, 'B'),
    marker(14, 'A'),
    record(15, 'A'),
    record(16, 'B'),
  ];

  it('are left out when they overlap and ended the other way round', () =>
    expect(
      delivered(log, [
        { producerId: 'B', firstOffset: '11' },
        { producerId: 'A', firstOffset: '10' },
      ]),
    ).toEqual(['15A', '16B']));

  it('are left out when the fetch begins inside them', () =>
    expect(
      delivered(log.slice(2), [
        { producerId: 'B', firstOffset: '9' },
        { producerId: 'A', firstOffset: '10' },
      ]),
    ).toEqual(['15A', '16B']));

  it('do not end at a data record whose key looks like a marker', () =>
    expect(
      delivered(
        [record(10, 'A', ABORT as never), record(11, 'A'), marker(12, 'A'), record(13, 'A')],
        [{ producerId: 'A', firstOffset: '10' }],
      ),
    ).toEqual(['13A']));

  it('are none when the broker names none', () => expect(delivered(log, [])).toHaveLength(5));
});

describe('a fetch of control records only', () => {
  const control = { offset: '7', isControlRecord: true, batchContext: {} };
  const batch = new Batch('t', '7', { partition: 0, highWatermark: '8', messages: [control] });

  it('is delivered, without messages, and moves the position', () => {
    expect(batch.messages).toEqual([]);
    expect(batch.isEmpty()).toBe(false);
    expect(batch.isEmptyDueToFiltering()).toBe(false);
    expect(batch.lastOffset()).toBe('7');
  });

  it('is not one of nothing at all', () =>
    expect(new Batch('t', '7', { partition: 0, highWatermark: '7', messages: [] }).isEmpty()).toBe(true));
});

describe('the wait for the leaders of a new topic', () => {
  const failing = (type: string) => Object.assign(new Error(type), { type });

  it('goes on while the broker has not heard of the topic', async () => {
    let asked = 0;
    const fact = async () => {
      if (++asked < 3) throw failing('UNKNOWN_TOPIC_OR_PARTITION');
      return 'leaders';
    };
    expect(await waitFor(fact, { delay: 1 })).toBe('leaders');
    expect(asked).toBe(3);
  });

  it('ends with every other error', () =>
    expect(waitFor(() => Promise.reject(failing('INVALID_TOPIC_EXCEPTION')), { delay: 1 })).rejects.toThrow('INVALID'));
});

describe('the request queue', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const queue = () => new RequestQueue({ requestTimeout: 1000, logger: {}, clientId: 'c', broker: 'b' });

  it('sleeps while nothing is pending', () => {
    queue().scheduleCheckPendingRequests();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sends what is pending when the throttle ends', () => {
    const throttled = queue();
    const send = jest.fn();
    throttled.throttledUntil = Date.now() + 500;
    throttled.pending.push({ send, expectResponse: true, correlationId: 1, pendingDuration: 0 });
    Object.assign(throttled, { logger: { debug: () => {} } });
    throttled.scheduleCheckPendingRequests();
    jest.advanceTimersByTime(499);
    expect(send).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a connection that is not open yet', () => {
  it('is opened once for all who ask at the same time, and again after a failure', async () => {
    let opened = 0;
    const connect = async () => {
      if (++opened === 1) throw new Error('nobody listens');
    };
    const pool = { pool: [{ isConnected: () => false, connect }] };
    const get = () => ConnectionPool.prototype.getConnection.call(pool);
    await expect(Promise.all([get(), get(), get()])).rejects.toThrow('nobody listens');
    expect(opened).toBe(1);
    await Promise.all([get(), get()]);
    expect(opened).toBe(2);
  });
});

describe('a group whose partitions are all paused', () => {
  const topic = [{ topic: 't', partitions: [0] }];
  const paused = (maxWaitTimeInMs: number) => {
    const logger = { namespace: () => ({ info() {}, debug() {} }) };
    const group = new ConsumerGroup({ maxWaitTimeInMs, logger, retry: {}, topics: ['t'], cluster: {} });
    group.subscriptionState.assign(topic);
    group.subscriptionState.pause(topic);
    return group;
  };

  it('fetches as soon as one is resumed', async () => {
    const group = paused(3_600_000);
    const fetched = group.fetch('1');
    group.resume(topic);
    expect(await fetched).toEqual([]);
  });

  it('looks again after the time a fetch may take', async () => expect(await paused(1).fetch('1')).toEqual([]));
});
