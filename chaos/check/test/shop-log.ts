import type { LogRecord, PartitionEnd, Value } from '../facts.ts';
import { TOPICS } from '../shop.ts';

const PARTITIONS = 3;

const partitionOf = (key: string): number =>
  [...key].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, 7) % PARTITIONS;

/** A log as the relays write it: a marker lies behind every record, so that offsets have holes. */
export function shopLog() {
  const records: LogRecord[] = [];
  let cause: string | undefined;
  const ends = new Map<string, PartitionEnd>();
  for (const topic of TOPICS) {
    for (let partition = 0; partition < PARTITIONS; partition++) {
      ends.set(`${topic}/${partition}`, { topic, partition, end: 0 });
    }
  }
  return {
    records,
    ends: () => [...ends.values()],
    /** What `work` appends is set off by the last message of this type and key. */
    because<T>(type: string, key: string, work: () => T): T {
      cause = records.findLast((record) => record.type === type && record.key === key)!.headers.ce_id;
      const result = work();
      cause = undefined;
      return result;
    },
    append(topic: string, key: string, type: string | null, value: Value | null, version?: number): void {
      const partition = partitionOf(key);
      const at = ends.get(`${topic}/${partition}`)!;
      const headers = {
        ce_id: `event-${records.length}`,
        ...(version === undefined ? {} : { ce_version: `${version}` }),
        ...(cause === undefined ? {} : { ce_causationid: cause }),
      };
      records.push({ topic, partition, offset: at.end, key, type, value, headers });
      at.end += 2;
    },
  };
}
