import {
  Consumer,
  FetchIsolationLevels,
  type KafkaRecord,
  ListOffsetTimestamps,
  type RecordsBatch,
} from '@platformatic/kafka';

export interface PartitionLog {
  topic: string;
  partition: number;
  end: number;
  batches: RecordsBatch[];
}

export type { KafkaRecord };

/**
 * Every batch of every partition of these topics, from the start of the log to where it ended when it was asked for:
 * uncommitted ones, markers and empty ones too. The client is another than the services', and its own idea of what is
 * committed is not used: with two aborted transactions of one producer in a fetch it lets the first one through.
 */
export async function readPartitions(brokers: string[], topics: string[]): Promise<PartitionLog[]> {
  const client = new Consumer({ clientId: 'checker', groupId: 'checker', bootstrapBrokers: brokers, retries: 10 });
  try {
    const logs: PartitionLog[] = [];
    const isolationLevel = FetchIsolationLevels.READ_UNCOMMITTED;
    const offsets = (timestamp: bigint) => client.listOffsets({ topics, timestamp, isolationLevel });
    const lows = await offsets(ListOffsetTimestamps.EARLIEST);
    const ends = await offsets(ListOffsetTimestamps.LATEST);
    for (const topic of topics) {
      for (const [partition, end] of ends.get(topic)!.entries()) {
        const batches = await read(client, topic, partition, lows.get(topic)![partition]!, end);
        logs.push({ topic, partition, end: Number(end), batches });
      }
    }
    return logs;
  } finally {
    await client.close();
  }
}

const MiB = 1024 * 1024;

async function read(
  client: Consumer,
  topic: string,
  partition: number,
  low: bigint,
  end: bigint,
): Promise<RecordsBatch[]> {
  const { topics } = await client.metadata({ topics: [topic] });
  const { id, partitions } = topics.get(topic)!;
  const batches: RecordsBatch[] = [];
  for (let next = low; next < end;) {
    const { responses } = await client.fetch({
      node: partitions[partition]!.leader,
      isolationLevel: FetchIsolationLevels.READ_UNCOMMITTED,
      maxWaitTime: 1_000,
      minBytes: 1,
      maxBytes: 50 * MiB,
      topics: [{ topicId: id, partitions: [{ partition, ...FROM_ANYWHERE, fetchOffset: next }] }],
    });
    const found = responses
      .filter(({ topicId }) => topicId === id)
      .flatMap(({ partitions: all }) => all.filter(({ partitionIndex }) => partitionIndex === partition))
      .flatMap(({ records }) => records ?? []);
    const last = found.at(-1);
    if (!last) throw new Error(`${topic}/${partition}: nothing at ${next}, and the log goes on to ${end}`);
    batches.push(...found.filter((batch) => endOf(batch) > next));
    next = endOf(last);
  }
  return batches;
}

const FROM_ANYWHERE = { currentLeaderEpoch: -1, lastFetchedEpoch: -1, partitionMaxBytes: 10 * MiB };

const endOf = ({ firstOffset, lastOffsetDelta }: RecordsBatch): bigint => firstOffset + BigInt(lastOffsetDelta) + 1n;
