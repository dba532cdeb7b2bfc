import { createRequire } from 'node:module';
import type { KafkaMessage } from 'kafkajs';
import type { Cluster, FetchedPartition } from './cluster.ts';
import { type BatchContext, FetchedRecord } from './record.ts';

/**
 * Repairs of kafkajs 2.2.4, put into its modules before kafkajs itself loads. Each does what Apache's own client does.
 * A process may load kafkajs only through this library: a repair that comes too late is an error, not a silence.
 */
const require = createRequire(import.meta.url);

if (require.cache[require.resolve('kafkajs')]) throw new Error('kafkajs was loaded before its repairs');

function repair<T>(path: string, wrap: (original: T) => T): void {
  const file = require.resolve(`kafkajs/src/${path}`);
  const original = require(file) as T;
  require.cache[file]!.exports = wrap(original);
}

/**
 * Half the time of reading a log goes into headers that nobody looks at: see `FetchedRecord`. The decoder of batches takes
 * this one when it loads, so this comes first.
 */
repair<(decoder: { buffer: Buffer }, batch: BatchContext) => object>(
  'protocol/recordBatch/record/v0/decoder.js',
  () =>
    ({ buffer }, batch) =>
      new FetchedRecord(buffer, batch),
);

export interface DecodedRecord {
  offset: string;
  key: Buffer | null;
  isControlRecord: boolean;
  batchContext: { producerId: string; inTransaction: boolean };
}

export interface DecodedBatch {
  firstOffset: string;
  lastOffsetDelta: number;
  maxTimestamp: string;
  records: object[];
}

export type DecodeBatch = (decoder: unknown) => Promise<DecodedBatch>;

/**
 * Compaction leaves batches whose last records, or all of them, are gone; kafkajs then asks for the same offset for ever
 * (tulios/kafkajs#1072). A control record at the batch's last offset lets the position move on.
 */
repair<DecodeBatch>('protocol/recordBatch/v0/decoder.js', (decode) => async (decoder) => {
  const batch = await decode(decoder);
  const { firstOffset, lastOffsetDelta, records } = batch;
  const lastOffset = String(BigInt(firstOffset) + BigInt(lastOffsetDelta));
  if ((records.at(-1) as DecodedRecord | undefined)?.offset !== lastOffset) {
    records.push({
      offset: lastOffset,
      key: null,
      value: null,
      headers: {},
      timestamp: batch.maxTimestamp,
      attributes: 0,
      isControlRecord: true,
      batchContext: batch,
    });
  }
  return batch;
});

export interface Fetched {
  messages: DecodedRecord[];
  abortedTransactions?: { producerId: string; firstOffset: string }[] | null;
}

const ABORT = 0;
const byFirstOffset = (a: { firstOffset: string }, b: { firstOffset: string }) =>
  BigInt(a.firstOffset) < BigInt(b.firstOffset) ? -1 : 1;

/**
 * The broker lists aborted transactions by their end; kafkajs takes them as listed by their start, one per message, and
 * takes a data record with the key 00 00 00 00 for an abort marker: aborted records are delivered.
 */
repair<(fetched: Fetched) => DecodedRecord[]>(
  'consumer/filterAbortedMessages.js',
  () =>
    ({ messages, abortedTransactions }) => {
      if (!abortedTransactions?.length) return messages;
      const left = [...abortedTransactions].sort(byFirstOffset);
      const aborted = new Set<string>();
      return messages.filter((message) => {
        while (left[0] && BigInt(left[0].firstOffset) <= BigInt(message.offset)) aborted.add(left.shift()!.producerId);
        const { producerId, inTransaction } = message.batchContext;
        if (!message.isControlRecord) return !(inTransaction && aborted.has(producerId));
        if (message.key?.readInt16BE(2) === ABORT) aborted.delete(producerId);
        return true;
      });
    },
);

interface Batch {
  rawMessages: object[];
  isEmpty(): boolean;
  isEmptyDueToFiltering(): boolean;
}

/**
 * Fetches that hold only control, aborted or compacted records reach `eachBatch` too, with no messages, so that
 * `batch.fetchedOffset` and `batch.lastOffset()` tell of every step of the position.
 */
repair<new (...args: never[]) => Batch>(
  'consumer/batch.js',
  (Original) =>
    class extends Original {
      override isEmpty() {
        return this.rawMessages.length === 0;
      }
      override isEmptyDueToFiltering() {
        return false;
      }
    },
);

interface RequestQueue {
  pending: object[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const LOOK_AGAIN_MS = 10;

/**
 * With nothing to send, kafkajs computes a negative delay and wakes every millisecond on each connection, and Node 24
 * warns of it (tulios/kafkajs#1751). Nothing pending needs no look; anything pending gets one when the throttle ends.
 */
repair<{ prototype: RequestQueue }>('network/requestQueue/index.js', (Original) => {
  Original.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      Math.max(this.throttledUntil - Date.now(), LOOK_AGAIN_MS),
    );
  };
  return Original;
});

interface Connection {
  isConnected(): boolean;
  connect(): Promise<void>;
}

interface ConnectionPool {
  pool: Connection[];
  getConnection(index?: number): Promise<Connection>;
}

/** Two requests at once on a connection that is not open yet each open a socket, and one of them is never closed. */
repair<{ prototype: ConnectionPool }>('network/connectionPool.js', (Original) => {
  const opening = new WeakMap<Connection, Promise<void>>();
  Original.prototype.getConnection = async function (this: ConnectionPool, index = 0) {
    const connection = this.pool[index]!;
    if (connection.isConnected()) return connection;
    const opened = opening.get(connection) ?? connection.connect().finally(() => opening.delete(connection));
    opening.set(connection, opened);
    await opened;
    return connection;
  };
  return Original;
});

interface ConsumerGroup {
  maxWaitTime: number;
  subscriptionState: { active(): { partitions: number[] }[] };
  fetch(nodeId: string): Promise<object[]>;
  resume(partitions: object[]): void;
}

/**
 * With every partition paused, kafkajs sleeps for `maxWaitTime` before it looks again, as at each start of a consumer that
 * is paused until its positions are known. A resumption ends the wait.
 */
repair<{ prototype: ConsumerGroup }>('consumer/consumerGroup.js', (Original) => {
  const { fetch, resume } = Original.prototype;
  const waiting = new WeakMap<ConsumerGroup, PromiseWithResolvers<void>>();
  Original.prototype.fetch = async function (this: ConsumerGroup, nodeId) {
    if (this.subscriptionState.active().some(({ partitions }) => partitions.length > 0))
      return fetch.call(this, nodeId);
    const resumed = waiting.get(this) ?? Promise.withResolvers<void>();
    waiting.set(this, resumed);
    const timer = setTimeout(resumed.resolve, this.maxWaitTime);
    await resumed.promise;
    clearTimeout(timer);
    waiting.delete(this);
    return [];
  };
  Original.prototype.resume = function (this: ConsumerGroup, partitions) {
    resume.call(this, partitions);
    waiting.get(this)?.resolve();
  };
  return Original;
});

type WaitFor = (fact: (waitedMs: number) => Promise<unknown>, options: object) => Promise<unknown>;

/**
 * Whoever creates a topic may wait for its leaders. A broker that has not heard of the topic yet says that there is none,
 * and kafkajs takes that for the answer. Apache's client asks again.
 */
repair<WaitFor>(
  'utils/waitFor.js',
  (waitFor) => (fact, options) =>
    waitFor(async (waitedMs) => {
      try {
        return await fact(waitedMs);
      } catch (error) {
        if ((error as { type?: unknown }).type !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error;
        return false;
      }
    }, options),
);

const READ_UNCOMMITTED = 0;
const clusters = new WeakMap<object, Cluster>();

/**
 * kafkajs tells the ends of a log up to the first open transaction, and a committed one is open until its markers are
 * written, a moment after the commit was answered. Apache's admin client tells the true ends; here one has to ask for them.
 */
repair<(options: { cluster: Cluster }) => object>('admin/index.js', (create) => (options) => {
  const admin = create(options);
  clusters.set(admin, options.cluster);
  return admin;
});

/** The connections of an admin client. */
export const clusterOf = (admin: object): Cluster => clusters.get(admin)!;

/** From now on `admin` tells the ends of logs with the open transactions in them. */
export function tellTrueEnds(admin: object): void {
  clusterOf(admin).isolationLevel = READ_UNCOMMITTED;
}

/** A fetch's records without those of aborted transactions and without markers; `rawMessages` has them all. */
export const Batch = require('kafkajs/src/consumer/batch.js') as new (
  topic: string,
  fetchedOffset: string,
  fetched: FetchedPartition,
) => { rawMessages: DecodedRecord[]; messages: KafkaMessage[] };

/** The repaired kafkajs. */
export const kafkajs = require('kafkajs') as typeof import('kafkajs');
