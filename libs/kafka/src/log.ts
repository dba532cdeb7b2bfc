import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { tellTrueEnds } from './repairs.ts';

/** One record as it lies in the log. `value` is null for a tombstone. Times are ms since 1970. */
export interface LogRecord {
  topic: string;
  partition: number;
  offset: number;
  key: string | null;
  value: Buffer | null;
  headers: Record<string, string>;
  timestamp: number;
}

/** The offsets of a partition's first record (`low`) and of the next one to be written (`high`). */
export interface PartitionEnds {
  partition: number;
  low: number;
  high: number;
}

/** Both ends of every partition, in the order of the partitions. Offsets between them may be missing. */
export async function topicEnds(admin: Admin, topic: string): Promise<PartitionEnds[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, low, high }) => ({ partition, low: Number(low), high: Number(high) }))
    .sort((a, b) => a.partition - b.partition);
}

/** The last value of each header, as text. */
export function headersOf(headers: IHeaders | undefined): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) texts[name] = last.toString();
  }
  return texts;
}

const logRecord = (topic: string, partition: number, message: KafkaMessage): LogRecord => ({
  topic,
  partition,
  offset: Number(message.offset),
  key: message.key === null ? null : message.key.toString(),
  value: message.value,
  headers: headersOf(message.headers),
  timestamp: Number(message.timestamp),
});

type OnRecords = (records: LogRecord[]) => void | Promise<void>;
/** The offset of the first record wanted, by partition. */
type From = ReadonlyMap<number, number>;

/**
 * Every committed record of a topic, from its start to the ends as they are when asked, partition after partition; or,
 * with `onRecords`, batch by batch as they come. Needs nothing in the log to be last: compacted and aborted ends count.
 * A transaction that is open at the ends is waited for. Reads in a group of its own that leaves nothing behind.
 * With `from`, only what lies at those offsets or later; throws when the log ends before one of them.
 */
export async function readLog(kafka: Kafka, topic: string): Promise<LogRecord[]>;
export async function readLog(kafka: Kafka, topic: string, onRecords: OnRecords, from?: From): Promise<void>;
export async function readLog(
  kafka: Kafka,
  topic: string,
  onRecords?: OnRecords,
  from: From = new Map(),
): Promise<LogRecord[] | void> {
  const left = await unread(kafka, topic, from);
  if (onRecords) return readTo(kafka, topic, left, onRecords, new Map(from));
  const records: LogRecord[] = [];
  await readTo(kafka, topic, left, (batch) => {
    for (const record of batch) records.push(record);
  });
  return records.sort((a, b) => a.partition - b.partition || a.offset - b.offset);
}

async function unread(kafka: Kafka, topic: string, from: From): Promise<Map<number, number>> {
  const admin = kafka.admin();
  tellTrueEnds(admin);
  await admin.connect();
  try {
    const ends = await topicEnds(admin, topic);
    const cut = ends.find(({ partition, high }) => high < (from.get(partition) ?? 0));
    if (cut) throw new Error(`${topic}/${cut.partition} ends at ${cut.high}, before ${from.get(cut.partition)}`);
    const more = ends.filter(({ partition, low, high }) => high > Math.max(low, from.get(partition) ?? 0));
    return new Map(more.map(({ partition, high }) => [partition, high]));
  } finally {
    await admin.disconnect();
  }
}

const RESTARTS = 10;

/** `next` is where each partition goes on: a consumer that restarts begins again. */
async function readTo(
  kafka: Kafka,
  topic: string,
  left: Map<number, number>,
  onRecords: OnRecords,
  next = new Map<number, number>(),
): Promise<void> {
  if (left.size === 0) return;
  let restarts = 0;
  const consumer = kafka.consumer({
    groupId: `read-log-${randomUUID()}`,
    maxWaitTimeInMs: 100,
    retry: { initialRetryTime: 50, maxRetryTime: 1_000, restartOnFailure: async () => ++restarts <= RESTARTS },
  });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    const seek = () => {
      for (const [partition, offset] of next) consumer.seek({ topic, partition, offset: String(offset) });
    };
    await finished(consumer, seek, async ({ batch }) => {
      const { partition } = batch;
      const end = left.get(partition);
      if (end === undefined) return false;
      const from = next.get(partition) ?? 0;
      const records = batch.messages.map((message) => logRecord(topic, partition, message));
      const wanted = records.filter(({ offset }) => from <= offset && offset < end);
      if (wanted.length > 0) await onRecords(wanted);
      const reached = Number(batch.lastOffset()) + 1;
      next.set(partition, Math.max(from, reached));
      if (reached >= end) left.delete(partition);
      return left.size === 0;
    });
  } finally {
    await consumer.disconnect();
  }
}

function finished(
  consumer: Consumer,
  begun: () => void,
  take: (payload: EachBatchPayload) => Promise<boolean>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let over = false;
    const end = (error?: Error) => {
      over = true;
      if (error) reject(error);
      else resolve();
    };
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) end(payload.error);
    });
    const eachBatch = async (payload: EachBatchPayload) => {
      if (over) return;
      try {
        if (await take(payload)) end();
      } catch (error) {
        end(error as Error);
      }
    };
    consumer.run({ autoCommit: false, eachBatch }).catch(reject);
    begun();
  });
}
