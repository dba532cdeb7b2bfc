import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { isRegistryAwaited } from '@offset-zero/contracts';
import { OffsetOutOfRange, type PartitionRecords, tail } from '@offset-zero/kafka';
import { SETTINGS } from '@offset-zero/service';
import { encodeCursor, type Positions } from './cursor.ts';
import { entryOf, withId } from './entry.ts';
import { type Beginning, listed, Log } from './log.process.ts';
import { Ring } from './ring.ts';
import type { LiveSettings } from './settings.ts';

export interface FeedListener {
  /** There is more in the ring. */
  news(): void;
  /** There is a ring; not the first one: the log before it cannot be continued. */
  begun(): void;
  /** `away` has changed. */
  state(): void;
}

/** What was written shortly before the start is read too, for the clients of the process before this one. */
const KEPT_MS = 60_000;
const RING_BYTES = 32 * 1024 * 1024;
const PAUSE_MS = 500;
const AT_A_TIME = 500;

/** The one reader of Kafka in this process: every record of every topic goes into the ring, decoded and written down once. */
@Injectable()
export class Feed implements OnApplicationBootstrap {
  readonly log: Log;
  /** Undefined until the end of the log has been reached for the first time. */
  ring: Ring | undefined;
  tags: ReadonlyMap<string, string> = new Map();
  /** What keeps the ring from moving on. */
  away: 'kafka-away' | 'registry-away' | undefined;
  private because = '';
  private readonly logger = new Logger('live');
  private readonly abort = new AbortController();
  private listener: FeedListener | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(@Inject(SETTINGS) private readonly settings: { live: LiveSettings }) {
    this.log = new Log(settings.live);
  }

  /** Why the streams tell nothing new, for people; undefined while they do. */
  get waiting(): string | undefined {
    if (this.away !== undefined) return `${this.away}: ${this.because}`;
    return this.ring === undefined ? 'the end of the log has not been reached yet' : undefined;
  }

  listen(listener: FeedListener): void {
    this.listener = listener;
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
    this.log.close();
  }

  /** Of whoever has read to `mine`, and to the head of the ring where that says nothing. */
  cursor(mine?: Positions): string {
    return this.cursorIn(this.ring!, this.tags, mine);
  }

  private cursorIn({ head }: Ring, tags: Beginning['tags'], mine?: Positions): string {
    const positions = new Map([...tags].map(([topic, tag]) => [tag, mine?.get(topic) ?? head.get(topic)!]));
    return encodeCursor({ at: Date.now(), positions });
  }

  private async run(): Promise<void> {
    const { signal } = this.abort;
    while (!signal.aborted) {
      try {
        await this.follow(await this.log.beginning(KEPT_MS));
        if (!signal.aborted) this.logger.warn('A topic is another one than before: the streams begin anew');
      } catch (error) {
        if (error instanceof OffsetOutOfRange) this.logger.warn(`${error.message}: the streams begin anew`);
        else this.trouble(error as Error);
      }
      await pause(PAUSE_MS, undefined, { signal }).catch(() => {}); // aborted: the loop ends
    }
  }

  /** Resolves when the process stops, or a topic turns out to be another one. */
  private async follow({ tags, from, ends }: Beginning): Promise<void> {
    const ring = new Ring({ entries: this.settings.live.records, bytes: RING_BYTES }, from);
    const changed = new AbortController();
    let isDoubtful = false;
    await tail(this.log.kafka, {
      from: listed(from),
      signal: AbortSignal.any([this.abort.signal, changed.signal]),
      onTrouble: (error) => {
        isDoubtful = true;
        this.trouble(error);
      },
      onRecords: async (batches) => {
        if (isDoubtful && !isSame(tags, await this.log.tags())) return changed.abort();
        isDoubtful = false;
        await this.take(ring, tags, batches);
        if (this.ring !== ring && reaches(ring.head, ends)) this.begin(ring, tags);
        this.well();
        if (this.ring === ring && batches.length > 0) this.listener?.news();
      },
    });
  }

  private begin(ring: Ring, tags: Beginning['tags']): void {
    this.ring = ring;
    this.tags = tags;
    this.listener?.begun();
  }

  private async take(ring: Ring, tags: Beginning['tags'], batches: PartitionRecords[]): Promise<void> {
    const { codec } = this.log;
    await codec.learn(batches.flatMap(({ records }) => records.map(({ value }) => value)));
    for (const { topic, partition, records, next } of batches) {
      const head = ring.head.get(topic)!;
      for (const [index, record] of records.entries()) {
        if (record.offset < head[partition]!) continue; // a try that failed has brought it already
        if (index % AT_A_TIME === AT_A_TIME - 1) await breathe();
        const entry = entryOf(record, this.log.topic(topic), codec);
        head[partition] = record.offset + 1;
        ring.push(entry, withId(this.cursorIn(ring, tags), entry.body));
      }
      head[partition] = next;
    }
  }

  private trouble(error: Error): void {
    const away = isRegistryAwaited(error) ? 'registry-away' : 'kafka-away';
    this.because = error.message;
    if (this.away === away) return;
    this.away = away;
    this.logger.warn(`Nothing new can be read (${away}): ${error.message}`);
    this.listener?.state();
  }

  private well(): void {
    if (this.away === undefined) return;
    this.away = undefined;
    this.logger.log('Reading goes on');
    this.listener?.state();
  }
}

const isSame = (tags: Beginning['tags'], now: Beginning['tags']): boolean =>
  [...tags].every(([topic, tag]) => now.get(topic) === tag);

const reaches = (head: Positions, ends: Positions): boolean =>
  [...ends].every(([topic, offsets]) => offsets.every((end, partition) => head.get(topic)![partition]! >= end));
