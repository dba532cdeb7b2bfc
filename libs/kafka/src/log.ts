import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import { type PartitionEnds, topicEnds } from './ends.ts';
import { OffsetOutOfRange, type PartitionRecords, type Position } from './fetch.ts';
import type { LogRecord } from './log-record.ts';
import { openReader, type LogReader } from './reader.ts';
import { tellTrueEnds } from './repairs.ts';

type OnRecords = (records: LogRecord[]) => void | Promise<void>;
/** The offset of the first record wanted, by partition. */
type From = ReadonlyMap<number, number>;

/**
 * Every committed record of a topic, from its start to the ends as they are when asked, partition after partition; or,
 * with `onRecords`, batch by batch as they come. Needs nothing in the log to be last: compacted and aborted ends count.
 * A transaction that is open at the ends is waited for.
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
  if (onRecords) return readTo(kafka, topic, left, onRecords);
  const records: LogRecord[] = [];
  await readTo(kafka, topic, left, (batch) => {
    for (const record of batch) records.push(record);
  });
  return records.sort((a, b) => a.partition - b.partition || a.offset - b.offset);
}

/** What is still to be read of a partition: from `next` to before `end`. */
interface Unread {
  next: number;
  end: number;
}

async function unread(kafka: Kafka, topic: string, from: From): Promise<Map<number, Unread>> {
  const admin = kafka.admin();
  tellTrueEnds(admin);
  await admin.connect();
  try {
    const ends = await topicEnds(admin, topic);
    const cut = ends.find(({ partition, high }) => high < (from.get(partition) ?? 0));
    if (cut) throw new Error(`${topic}/${cut.partition} ends at ${cut.high}, before ${from.get(cut.partition)}`);
    const begin = ({ partition, low }: PartitionEnds) => Math.max(low, from.get(partition) ?? 0);
    const more = ends.filter((each) => each.high > begin(each));
    return new Map(more.map((each) => [each.partition, { next: begin(each), end: each.high }]));
  } finally {
    await admin.disconnect();
  }
}

const WAIT_MS = 100;
const TRIES = 10;

async function readTo(kafka: Kafka, topic: string, left: Map<number, Unread>, onRecords: OnRecords): Promise<void> {
  const reader = openReader(kafka);
  try {
    for (let failures = 0; left.size > 0;) {
      const fetched = await reader.read(positions(topic, left), { maxWaitMs: WAIT_MS }).catch(async (error: Error) => {
        if (++failures > TRIES) throw error;
        if (error instanceof OffsetOutOfRange) await skipExpired(reader, topic, left);
        else await pause(failures * WAIT_MS);
        return [];
      });
      for (const batch of fetched) await take(batch, left, onRecords);
    }
  } finally {
    await reader.close();
  }
}

const positions = (topic: string, left: Map<number, Unread>): Position[] =>
  [...left].map(([partition, { next }]) => ({ topic, partition, offset: next }));

async function take({ partition, records, next }: PartitionRecords, left: Map<number, Unread>, onRecords: OnRecords) {
  const { end } = left.get(partition)!;
  const wanted = records.filter(({ offset }) => offset < end);
  if (wanted.length > 0) await onRecords(wanted);
  if (next < end) left.set(partition, { next, end });
  else left.delete(partition);
}

/** Retention moves the beginning of a log while it is read. */
async function skipExpired(reader: LogReader, topic: string, left: Map<number, Unread>): Promise<void> {
  for (const { partition, low, high } of await reader.ends(topic)) {
    const unread = left.get(partition);
    if (unread === undefined) continue;
    if (high < unread.next) throw new Error(`${topic}/${partition} ends at ${high}, before ${unread.next}`);
    left.set(partition, { ...unread, next: Math.max(low, unread.next) });
  }
}
