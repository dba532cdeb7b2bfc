import type { Facts, LogRecord, Value } from './facts.ts';

/** A topic's records; `V` is what the schemas say of its values. */
export const recordsOf = <V = Value>({ log }: Facts, topic: string): LogRecord<V>[] =>
  log.filter((record) => record.topic === topic) as LogRecord<V>[];

/** In the order in which they come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** A topic's records by key, each key's in the order of the log. */
export const historiesOf = <V = Value>(facts: Facts, topic: string): Map<string, LogRecord<V>[]> =>
  grouped(recordsOf<V>(facts, topic), ({ key }) => key);

/** What a reader who starts at offset 0 ends up with: of each key the last record, tombstones too. */
export const lastOf = <V = Value>(facts: Facts, topic: string): Map<string, LogRecord<V>> =>
  new Map([...historiesOf<V>(facts, topic)].map(([key, records]) => [key, records.at(-1)!]));

/** Of a whole value from the value, of a tombstone from the header. */
export function versionOf({ value, headers }: LogRecord<unknown>): number | undefined {
  const version = (value as Value | null)?.version ?? headers.ce_version;
  return version === undefined ? undefined : Number(version);
}

export const placeOf = ({ topic, partition, offset }: LogRecord<unknown>): string => `${topic}/${partition}@${offset}`;

/** Where else a record lies with the same key, version and so on is best seen like this. */
export const told = (records: readonly LogRecord<unknown>[]): unknown[] =>
  records.map((record) => ({ at: placeOf(record), version: versionOf(record), type: record.type }));
