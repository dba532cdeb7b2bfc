import { type Codec, isWholeValue, type Topic, Undecodable } from '@offset-zero/contracts';
import type { LogRecord } from '@offset-zero/kafka';
import type { RecordBody } from './record.body.ts';

const MOST_BYTES = 4_096;

/** A record as people read it. `codec` must have learned its bytes. What cannot be decoded says why, and shows them. */
export function shown(codec: Codec, topic: Topic, { value: bytes, ...record }: LogRecord): RecordBody {
  const { partition, offset, key, headers, timestamp } = record;
  const place = { topic: topic.name, partition, offset: String(offset), time: new Date(timestamp).toISOString() };
  return { ...place, ...content(codec, topic, bytes), key, headers };
}

function content(codec: Codec, topic: Topic, bytes: Buffer | null): Pick<RecordBody, 'type' | 'value' | 'undecodable'> {
  if (bytes === null) return { type: isWholeValue(topic) ? Object.keys(topic.records)[0]! : null, value: null };
  try {
    const { record, value } = codec.decode(topic, bytes);
    return { type: record, value };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    const { code, message: detail } = error;
    return {
      ...{ type: null, value: null },
      undecodable: { code, detail, bytes: bytes.subarray(0, MOST_BYTES).toString('base64') },
    };
  }
}
