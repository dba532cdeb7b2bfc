import type { Broker, Cluster, FetchedPartition } from './cluster.ts';
import { type LogRecord, logRecord } from './log-record.ts';
import { Batch } from './repairs.ts';

/** A place in the log: the offset of the next record wanted. */
export interface Position {
  topic: string;
  partition: number;
  offset: number;
}

/** What one fetch brought of a partition; a partition without news is not told, or told without records. */
export interface PartitionRecords {
  topic: string;
  partition: number;
  /** The committed ones, from the position on, in the order of their offsets. */
  records: LogRecord[];
  /** Where to go on: behind holes, markers and aborted records too. */
  next: number;
  /** Where the committed part of the log ends (its last stable offset). */
  end: number;
}

export interface FetchLimits {
  /** Bytes of all partitions together. One record may be larger. */
  maxBytes?: number;
  /** How long the broker waits for the first byte, in ms. */
  maxWaitMs?: number;
}

/** The log has no such position (any more): retention, or another topic of that name. */
export class OffsetOutOfRange extends Error {
  override name = 'OffsetOutOfRange';
  readonly topic: string;
  readonly partition: number;

  constructor(topic: string, partition: number, options?: ErrorOptions) {
    super(`a position in ${topic}/${partition} lies outside of its log`, options);
    this.topic = topic;
    this.partition = partition;
  }
}

const READ_COMMITTED = 1;
const MiB = 1024 * 1024;

/** The positions by the broker that leads their partitions. Throws when a topic has no such partition. */
export async function byLeader(cluster: Cluster, from: readonly Position[]): Promise<Map<number, Position[]>> {
  await cluster.addMultipleTargetTopics([...new Set(from.map(({ topic }) => topic))]);
  return Map.groupBy(from, ({ topic, partition }) => {
    const found = cluster.findTopicPartitionMetadata(topic).find(({ partitionId }) => partitionId === partition);
    if (found === undefined) throw new Error(`${topic} has no partition ${partition}`);
    return found.leader;
  });
}

/** One fetch from one broker, read committed, without any consumer group. Throws `OffsetOutOfRange`. */
export async function fetchFrom(
  broker: Broker,
  from: readonly Position[],
  { maxBytes = 10 * MiB, maxWaitMs = 500 }: FetchLimits = {},
): Promise<PartitionRecords[]> {
  const topics = [...Map.groupBy(from, ({ topic }) => topic)].map(([topic, positions]) => ({
    topic,
    partitions: positions.map(({ partition, offset }) => ({
      partition,
      fetchOffset: String(offset),
      maxBytes: Math.min(maxBytes, MiB),
    })),
  }));
  const request = { topics, maxBytes, maxWaitTime: maxWaitMs, minBytes: 1, isolationLevel: READ_COMMITTED };
  const { responses } = await broker.fetch(request).catch((error: Error & Partial<Position>) => {
    if (error.name === 'KafkaJSOffsetOutOfRange')
      throw new OffsetOutOfRange(error.topic!, error.partition!, { cause: error });
    throw error;
  });
  return responses.flatMap(({ topicName, partitions }) =>
    partitions.map((fetched) => {
      const asked = from.find(({ topic, partition }) => topic === topicName && partition === fetched.partition)!;
      return recordsOf(asked, fetched);
    }),
  );
}

function recordsOf({ topic, partition, offset }: Position, fetched: FetchedPartition): PartitionRecords {
  const { rawMessages, messages } = new Batch(topic, String(offset), fetched);
  const last = rawMessages.at(-1);
  return {
    topic,
    partition,
    records: messages.map((message) => logRecord(topic, partition, message)),
    next: last === undefined ? offset : Math.max(offset, Number(last.offset) + 1),
    end: Number(fetched.lastStableOffset),
  };
}
