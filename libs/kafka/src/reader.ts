import type { Admin, Kafka } from 'kafkajs';
import type { Cluster } from './cluster.ts';
import {
  byLeader,
  fetchFrom,
  type FetchLimits,
  OffsetOutOfRange,
  type PartitionRecords,
  type Position,
} from './fetch.ts';
import { type PartitionEnds, topicEnds } from './ends.ts';
import { clusterOf } from './repairs.ts';
import { topicIdsOf } from './topic-ids.ts';

/**
 * Reads logs anywhere, committed records only, without a consumer group: nobody's position is moved and nobody is
 * rebalanced. Connects when it is first used; a failure is thrown, and the next call opens a connection anew.
 */
export interface LogReader {
  /** Both ends of the committed part of every partition. */
  ends(topic: string): Promise<PartitionEnds[]>;
  /** By partition, the offset of the first record written at `timestamp` (ms since 1970) or later; else the end. */
  offsetsAt(topic: string, timestamp: number): Promise<Map<number, number>>;
  /** What tells a topic from another one of the same name, deleted and created again. */
  topicIds(topics: readonly string[]): Promise<Map<string, string>>;
  /** One fetch from each broker. Throws `OffsetOutOfRange`; then the connection is kept. */
  read(from: readonly Position[], limits?: FetchLimits): Promise<PartitionRecords[]>;
  close(): Promise<void>;
}

export function openReader(kafka: Kafka): LogReader {
  let current: Connection | undefined;

  async function on<T>(work: (admin: Admin, cluster: Cluster) => Promise<T>): Promise<T> {
    const mine = (current ??= { admin: connected(kafka), calls: 0 });
    mine.calls++;
    try {
      const admin = await mine.admin;
      return await work(admin, clusterOf(admin));
    } catch (error) {
      if (!(error instanceof OffsetOutOfRange) && current === mine) current = undefined;
      throw error;
    } finally {
      mine.calls--;
      if (current !== mine && mine.calls === 0) await disconnect(mine).catch(() => {}); // it was left for not working
    }
  }

  async function close(): Promise<void> {
    const left = current;
    current = undefined;
    if (left) await disconnect(left);
  }

  return {
    ends: (topic) => on((admin) => topicEnds(admin, topic)),
    offsetsAt: (topic, timestamp) =>
      on(async (admin) => {
        const offsets = await admin.fetchTopicOffsetsByTimestamp(topic, timestamp);
        return new Map(offsets.map(({ partition, offset }) => [partition, Number(offset)]));
      }),
    topicIds: (topics) => on((_, cluster) => topicIdsOf(cluster, topics)),
    read: (from, limits) =>
      on(async (_, cluster) => {
        const leaders = await byLeader(cluster, from);
        const fetches = [...leaders].map(async ([nodeId, positions]) =>
          fetchFrom(await cluster.findBroker({ nodeId }), positions, limits),
        );
        return (await Promise.all(fetches)).flat();
      }),
    close,
  };
}

/** Left after a failure, and closed behind the last call on it: one that fails does not take the others with it. */
interface Connection {
  admin: Promise<Admin>;
  calls: number;
}

async function disconnect({ admin }: Connection): Promise<void> {
  const opened = await admin.catch(() => undefined); // what did not connect need not be closed
  await opened?.disconnect();
}

async function connected(kafka: Kafka): Promise<Admin> {
  const admin = kafka.admin();
  await admin.connect();
  return admin;
}
