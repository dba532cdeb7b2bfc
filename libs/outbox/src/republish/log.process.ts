import { createHash } from 'node:crypto';
import { type Codec, type Topic, Undecodable, valueRecordOf } from '@offset-zero/contracts';
import { type Kafka, type LogRecord, readLog } from '@offset-zero/kafka';
import type { Held, Logged } from './differences.ts';
import type { Owned } from './truth.ts';

/** A topic, summed up: per key its last state, about 200 bytes whatever the size of the value. */
export interface LogSummary {
  /** Reads what has come since the last time, to the ends as they are now. */
  catchUp(): Promise<void>;
  get(key: string): Logged | undefined;
  keys(): Iterable<string>;
}

/** Both sides are compared by what the owner's schema makes of them: bytes of other writers may differ and mean the same. */
export function comparing(codec: Codec, topic: Topic) {
  const { name } = valueRecordOf(topic);
  const hashOf = (value: object) =>
    createHash('sha256')
      .update(codec.encode(topic, name, value))
      .digest('base64')
      .slice(0, 22);
  return {
    record: name,
    hashOf,
    held: (owned: Owned | undefined): Held | undefined =>
      owned && { version: owned.version, hash: owned.value && hashOf(owned.value) },
  };
}

export function summarise(kafka: Kafka, codec: Codec, topic: Topic, onRecords: (count: number) => void): LogSummary {
  const { hashOf } = comparing(codec, topic);
  const last = new Map<string, Logged>();
  const next = new Map<number, number>();

  function take({ key, value, headers, partition, offset }: LogRecord): void {
    next.set(partition, offset + 1);
    if (key === null) return;
    const decoded = value && decode(codec, topic, value);
    const version = versionIn(decoded) ?? (Number(headers.ce_version) || 0);
    const hash = value && (decoded ? hashOf(decoded) : '');
    const earlier = last.get(key);
    if (earlier?.version === version && earlier.hash === hash) return;
    last.set(key, { version, hash, before: earlier ? Math.max(earlier.version, earlier.before) : -1 });
  }

  return {
    async catchUp() {
      const onBatch = async (records: LogRecord[]) => {
        await codec.learn(records.map(({ value }) => value));
        records.forEach(take);
        onRecords(records.length);
      };
      await readLog(kafka, topic.name, onBatch, next);
    },
    get: (key) => last.get(key),
    keys: () => last.keys(),
  };
}

/** Undefined for what readers of the topic could not decode or would skip. */
function decode(codec: Codec, topic: Topic, bytes: Buffer): object | undefined {
  try {
    const { known, value } = codec.decode(topic, bytes);
    return known ? value : undefined;
  } catch (error) {
    if (error instanceof Undecodable) return undefined;
    throw error;
  }
}

function versionIn(value: object | null | undefined): number | undefined {
  const version = (value as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
}
