import { type Codec, told, type Topic, topicsOfOrders } from '@offset-zero/contracts';
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
  /** The same without headers, where these may tell of others' orders: which of them changed a stock, in which trace. */
  bare?: Buffer;
}

/** The record as an event; its schema has been learned. */
export function entryOf(record: LogRecord, topic: Topic, codec: Codec): Entry {
  const data: LiveRecord = told(record, topic, codec);
  const { customerId } = (data.value ?? {}) as { customerId?: unknown };
  return {
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key,
    ...(typeof customerId === 'string' && { customerId }),
    isUndecodable: data.undecodable !== undefined,
    body: eventOf(data),
    ...(!topicsOfOrders.includes(record.topic) && { bare: eventOf({ ...data, headers: {} }) }),
  };
}

const eventOf = (data: LiveRecord): Buffer => Buffer.from(eventText('record', JSON.stringify(data)));

/** An event for a stream that is at `cursor` once it has it. */
export const withId = (cursor: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(idText(cursor)), body]);
