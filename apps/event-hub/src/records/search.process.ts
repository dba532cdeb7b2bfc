import { Injectable } from '@nestjs/common';
import type { LogRecord, PartitionEnds } from '@offset-zero/kafka';
import { Log } from '../log.process.ts';
import { backwards, type Window } from './window.ts';

export interface Search {
  topic: string;
  /** Only records that it says yes to. */
  wanted: (record: LogRecord) => boolean;
  limit: number;
}

export interface Found {
  records: LogRecord[];
  /** Not everything was looked at, and there may be more. */
  truncated: boolean;
}

/** Offsets of a partition that one question goes over. */
const MOST = 50_000;

/** Finds records in parts of a topic. Throws `kafka-unavailable`. */
@Injectable()
export class RecordSearch {
  constructor(private readonly log: Log) {}

  /** The newest of these partitions, the newest first. */
  async newest(search: Search, partitions: readonly PartitionEnds[]): Promise<Found> {
    const found = await Promise.all(partitions.map((ends) => this.newestOf(search, ends)));
    return merged(found, search.limit, (a, b) => b.timestamp - a.timestamp || b.offset - a.offset);
  }

  /** The oldest at or after these offsets, the oldest first. */
  async oldest(
    search: Search,
    partitions: readonly PartitionEnds[],
    from: ReadonlyMap<number, number>,
  ): Promise<Found> {
    const found = await Promise.all(
      partitions.map(({ partition, low, high }) => {
        const window = { from: Math.max(low, from.get(partition) ?? low), to: high };
        return this.within(search, partition, window, MOST);
      }),
    );
    return merged(found, search.limit, (a, b) => a.timestamp - b.timestamp || a.offset - b.offset);
  }

  /** What is wanted in a stretch, oldest first, looking at `most` offsets at most. */
  async within(
    { topic, wanted, limit }: Search,
    partition: number,
    { from, to }: Window,
    most: number,
  ): Promise<Found> {
    const records: LogRecord[] = [];
    const end = Math.min(to, from + most);
    let at = from;
    while (at < end && records.length < limit) {
      const { records: read, next } = await this.log.read(topic, partition, at);
      if (next <= at) break;
      for (const record of read) if (record.offset < end && wanted(record)) records.push(record);
      at = next;
    }
    return { records: records.slice(0, limit), truncated: end < to && records.length < limit };
  }

  private async newestOf(search: Search, { partition, low, high }: PartitionEnds): Promise<Found> {
    let records: LogRecord[] = [];
    let reached = high;
    for (const window of backwards(low, high, search.limit, MOST)) {
      const { records: more } = await this.within({ ...search, limit: Infinity }, partition, window, Infinity);
      records = [...more, ...records];
      reached = window.from;
      if (records.length >= search.limit) break;
    }
    return { records: records.slice(-search.limit), truncated: reached > low && records.length < search.limit };
  }
}

const merged = (found: Found[], limit: number, order: (a: LogRecord, b: LogRecord) => number): Found => ({
  records: found
    .flatMap(({ records }) => records)
    .sort(order)
    .slice(0, limit),
  truncated: found.some(({ truncated }) => truncated),
});
