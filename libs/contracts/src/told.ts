import type { LogRecord } from '@offset-zero/kafka';
import type { Codec } from './codec.ts';
import { Undecodable, type UndecodableCode } from './errors.ts';
import type { Topic } from './topic.ts';

/** A record as people and browsers read it. */
export interface ToldRecord {
  topic: string;
  partition: number;
  /** A decimal number. */
  offset: string;
  /** ISO 8601; null when no date can hold it. */
  time: string | null;
  /** The record's name in its schema; null for a tombstone and for what cannot be decoded. */
  type: string | null;
  key: string | null;
  value: object | null;
  headers: Record<string, string>;
  /** Why there is no value; `bytes` are the first 4 kB, in base64. */
  undecodable?: { code: UndecodableCode | 'unknown-record'; detail: string; bytes: string };
}

const SHOWN_BYTES = 4_096;

/** The record, decoded as far as it can be: whatever is in the log can be told. `codec` must have learned its bytes. */
export function told({ value: bytes, ...record }: LogRecord, topic: Topic, codec: Codec): ToldRecord {
  const { partition, offset, key, headers, timestamp } = record;
  const place = { topic: topic.name, partition, offset: String(offset), time: timeOf(timestamp) };
  return { ...place, type: null, key, value: null, headers, ...(bytes && content(bytes, topic, codec)) };
}

function content(bytes: Buffer, topic: Topic, codec: Codec): Partial<ToldRecord> {
  const undecodable = (code: UndecodableCode | 'unknown-record', detail: string) => ({
    undecodable: { code, detail, bytes: bytes.subarray(0, SHOWN_BYTES).toString('base64') },
  });
  try {
    const { record: type, value, known } = codec.decode(topic, bytes);
    return known ? { type, value } : undecodable('unknown-record', `the topic ${topic.name} has no record ${type}`);
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    return undecodable(error.code, error.message);
  }
}

const LAST_MOMENT = 8.64e15; // ECMA-262, 21.4.1.1 "Time Values"

/** Whoever writes a record may give it any time. */
const timeOf = (timestamp: number): string | null =>
  Math.abs(timestamp) <= LAST_MOMENT ? new Date(timestamp).toISOString() : null;
