import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { OffsetOutOfRange, type PartitionRecords, Permits, type Position } from '@offset-zero/kafka';
import type { ResetReason } from '@offset-zero/live';
import { claimed, topicsAhead } from './claim.ts';
import type { Cursor, Positions } from './cursor.ts';
import { entryOf, withId } from './entry.ts';
import { Feed } from './feed.process.ts';
import { Place } from './place.ts';
import { copied, type Ring } from './ring.ts';
import type { LiveStream } from './stream.ts';

/** Whether nothing is left to be continued: the stream has ended, or the ring is no longer the feed's. */
type IsOver = () => boolean;

const AT_ONCE = 4;
/** What is kept of Kafka for one stream until its client has taken it. */
const READ_BYTES = 512 * 1024;
const PAUSE_MS = 500;

/** How a stream goes on where an earlier one ended: from memory, or through Kafka. */
@Injectable()
export class Resuming {
  readonly count = { memory: 0, kafka: 0, reset: 0 };
  private readonly logger = new Logger('live');
  private readonly permits = new Permits(AT_ONCE);

  constructor(@Inject(Feed) private readonly feed: Feed) {}

  /**
   * Gives the stream what it missed and lets it join the ring, or says why that cannot be. What comes after each `await` may
   * find that the feed has begun another ring, of which the cursor says nothing.
   */
  async resume(stream: LiveStream, cursor: Cursor): Promise<ResetReason | undefined> {
    const { tags, log } = this.feed;
    const ring = this.feed.ring!;
    const isOver: IsOver = () => stream.ended !== undefined || this.feed.ring !== ring;
    const mine = claimed(cursor, stream.topics, { tags, head: ring.head, now: Date.now() });
    if (typeof mine === 'string') return mine;
    const ahead = topicsAhead(mine, ring.head);
    if (ahead.length > 0) {
      const ends = await this.insisting(isOver, () => log.ends(ahead));
      if (ends === undefined || isOver()) return 'log-changed';
      if (topicsAhead(new Map(ahead.map((topic) => [topic, mine.get(topic)!])), ends).length > 0)
        return 'unknown-position';
    }
    return this.joinFromMemory(stream, ring, mine) ? undefined : this.throughKafka(stream, ring, mine, isOver);
  }

  private joinFromMemory(stream: LiveStream, ring: Ring, mine: Positions): boolean {
    const found = ring.find(mine);
    if (found === undefined) return false;
    this.count.memory++;
    stream.join(ring, found.number, new Place(mine, found.at));
    return true;
  }

  /** Reads up to where the ring is, and joins there; again, when the ring has moved past that meanwhile. */
  private async throughKafka(
    stream: LiveStream,
    ring: Ring,
    mine: Positions,
    isOver: IsOver,
  ): Promise<ResetReason | undefined> {
    this.count.kafka++;
    for (;;) {
      const number = ring.next;
      const target = copied(ring.head);
      const lost = await this.readTo(target, mine, stream, isOver);
      if (lost) return lost;
      if (isOver()) return 'log-changed';
      if (number < ring.first) continue;
      stream.join(ring, number, new Place(mine, target));
      return undefined;
    }
  }

  private async readTo(
    target: Positions,
    mine: Positions,
    stream: LiveStream,
    isOver: IsOver,
  ): Promise<ResetReason | undefined> {
    try {
      await this.insisting(isOver, async () => {
        for (let from = missing(mine, target); from.length > 0 && !isOver(); from = missing(mine, target))
          for (const batch of await this.read(from, isOver)) await this.give(batch, mine, target, stream, isOver);
      });
      return undefined;
    } catch (error) {
      if (error instanceof OffsetOutOfRange) return 'retention';
      throw error;
    }
  }

  /**
   * The connection and the permit are given back before the client gets anything: he may be slow. He may also have left
   * before it was his turn: who comes and goes, again and again, has nothing read and keeps nobody waiting.
   */
  private async read(from: Position[], isOver: IsOver): Promise<PartitionRecords[]> {
    const reading = () => this.feed.log.reading((reader) => reader.read(from, { maxBytes: READ_BYTES }));
    return (await this.permits.during(reading, isOver)) ?? [];
  }

  private async give(
    { topic, partition, records, next }: PartitionRecords,
    mine: Positions,
    target: Positions,
    stream: LiveStream,
    isOver: IsOver,
  ): Promise<void> {
    const { log } = this.feed;
    const end = target.get(topic)![partition]!;
    await log.codec.learn(records.map(({ value }) => value));
    for (const record of records) {
      if (record.offset >= end || isOver()) break;
      mine.get(topic)![partition] = record.offset + 1;
      const entry = entryOf(record, log.topic(topic), log.codec);
      if (stream.sees(entry)) await stream.give(withId(this.feed.cursor(mine), stream.bodyOf(entry)));
    }
    mine.get(topic)![partition] = Math.min(next, end);
  }

  /** Tries until it works or is over (undefined). Throws `OffsetOutOfRange`. */
  private async insisting<T>(isOver: IsOver, work: () => Promise<T>): Promise<T | undefined> {
    while (!isOver()) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof OffsetOutOfRange) throw error;
        this.logger.warn(`A stream cannot be continued yet: ${(error as Error).message}`);
        await pause(PAUSE_MS);
      }
    }
    return undefined;
  }
}

const missing = (mine: Positions, target: Positions): Position[] =>
  [...mine].flatMap(([topic, offsets]) =>
    offsets.flatMap((offset, partition) =>
      offset < target.get(topic)![partition]! ? [{ topic, partition, offset }] : [],
    ),
  );
