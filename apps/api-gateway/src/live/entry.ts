import { type Codec, type Topic, Undecodable } from '@offset-zero/contracts';
import type { LogRecord } from '@offset-zero/kafka';
import { eventText, idText, type LiveRecord } from '@offset-zero/live';

/** One record as the streams need it: written down once, whoever gets it. */
export interface Entry {
  topic: string;
  partition: number;
  offset: number;
  key: string | null;
  /** Whose it is, where the value says so. */
  customerId?: string;
  isUndecodable: boolean;
  /** The event without its id. */
  body: Buffer;
}

/** The record as an event; its schema has been learned. */
export function entryOf(record: LogRecord, topic: Topic, codec: Codec): Entry {
  const told = tell(record, topic, codec);
  const { customerId } = (told.value ?? {}) as { customerId?: unknown };
  return {
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key,
    ...(typeof customerId === 'string' && { customerId }),
    isUndecodable: told.undecodable !== undefined,
    body: Buffer.from(eventText('record', JSON.stringify(told))),
  };
}

/** An event for a stream that is at `cursor` once it has it. */
export const withId = (cursor: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(idText(cursor)), body]);

const SHOWN_BYTES = 4_096;

function tell(record: LogRecord, topic: Topic, codec: Codec): LiveRecord {
  const { partition, offset, key, headers, value: bytes } = record;
  const time = timeOf(record.timestamp);
  const place = { topic: topic.name, partition, offset: String(offset), time };
  const undecodable = (code: string, detail: string) => ({
    ...{ ...place, type: null, key, value: null, headers },
    undecodable: { code, detail, bytes: bytes!.subarray(0, SHOWN_BYTES).toString('base64') },
  });
  if (bytes === null) return { ...place, type: null, key, value: null, headers };
  try {
    const { record: type, value, known } = codec.decode(topic, bytes);
    if (!known) return undecodable('unknown-record', `the topic ${topic.name} has no record ${type}`);
    return { ...place, type, key, value, headers };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    return undecodable(error.code, error.message);
  }
}

const LAST_MOMENT = 8.64e15; // ECMA-262, 21.4.1.1 "Time Values"

/** Whoever writes a record may give it any time. */
const timeOf = (timestamp: number): string | null =>
  Math.abs(timestamp) <= LAST_MOMENT ? new Date(timestamp).toISOString() : null;
