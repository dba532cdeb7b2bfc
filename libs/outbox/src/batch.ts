import type { Message } from '@offset-zero/kafka';

export interface OutboxRow {
  id: number;
  event_id: string;
  topic: string;
  key: string;
  value: Buffer | null;
  headers: Record<string, string>;
}

export interface TopicMessages {
  topic: string;
  messages: Message[];
}

/** kafkajs makes one record batch per partition and send; a batch must stay below `max.message.bytes`. */
const CHUNK_BYTES = 800_000;
/** The event's id, and lengths, offsets and times around the parts of a record. */
const RECORD_OVERHEAD = 100;
const HEADER_OVERHEAD = 6;

/** Cuts rows into runs that one send can carry. */
export function* chunks(rows: OutboxRow[], limit = CHUNK_BYTES): Generator<OutboxRow[]> {
  let from = 0;
  let bytes = 0;
  for (const [i, row] of rows.entries()) {
    const size = sizeOf(row);
    if (bytes + size > limit && i > from) {
      yield rows.slice(from, i);
      from = i;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < rows.length) yield rows.slice(from);
}

function sizeOf({ key, value, headers }: OutboxRow): number {
  let bytes = RECORD_OVERHEAD + Buffer.byteLength(key) + (value?.length ?? 0);
  for (const name in headers) bytes += HEADER_OVERHEAD + name.length + Buffer.byteLength(headers[name]!);
  return bytes;
}

/** Rows as messages by topic, each topic's in the order of the rows. */
export function byTopic(rows: OutboxRow[]): TopicMessages[] {
  const topics = new Map<string, Message[]>();
  for (const { event_id, topic, key, value, headers } of rows) {
    const messages = topics.get(topic) ?? [];
    messages.push({ key, value, headers: { ...headers, ce_id: event_id } });
    topics.set(topic, messages);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}
