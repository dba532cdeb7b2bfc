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
 * rebalanced. Connects when it is first used; a failure closes the connection and is thrown, the next call opens anew.
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
  let connection: Promise<Admin> | undefined;

  async function on<T>(work: (admin: Admin, cluster: Cluster) => Promise<T>): Promise<T> {
    const mine = (connection ??= connected(kafka));
    try {
      const admin = await mine;
      return await work(admin, clusterOf(admin));
    } catch (error) {
      if (!(error instanceof OffsetOutOfRange)) await leave(mine);
      throw error;
    }
  }

  async function leave(left: Promise<Admin> | undefined): Promise<void> {
    if (connection === left) connection = undefined;
    const admin = await left?.catch(() => undefined); // what did not connect need not be closed
    await admin?.disconnect();
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
    close: () => leave(connection),
  };
}

async function connected(kafka: Kafka): Promise<Admin> {
  const admin = kafka.admin();
  await admin.connect();
  return admin;
}
