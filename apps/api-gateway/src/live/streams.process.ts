import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { eventText } from '@offset-zero/live';
import { type Principal, Refusal, SETTINGS } from '@offset-zero/service';
import type { Cursor } from './cursor.ts';
import { Feed } from './feed.process.ts';
import { Resuming } from './resume.process.ts';
import type { LiveSettings } from './settings.ts';
import { type EndReason, LiveStream, type Sink } from './stream.ts';
import { bodyFor, topicsOf, visibleTo, type Wish } from './visible.ts';

const BEAT_MS = 15_000;
/** Who takes nothing for so long is gone, or as good as that. */
const STALLED_MS = 30_000;
/** The longest time that a timer of Node can wait. */
const LONGEST_MS = 2 ** 31 - 1;
const RETRY_MS = 2_000;

interface Open {
  stream: LiveStream;
  subject: string;
  cursor: Cursor | undefined;
  /** It has joined a ring, or will when it has what it missed. */
  isPlaced: boolean;
  expiry: NodeJS.Timeout;
}

/** All open streams of this process. */
@Injectable()
export class Streams implements OnModuleInit, BeforeApplicationShutdown {
  readonly endedBecause: Record<EndReason, number> = { left: 0, expired: 0, stopping: 0, slow: 0, failed: 0 };
  private readonly open = new Set<Open>();
  private readonly logger = new Logger('live');
  private sentBefore = 0;
  private beating: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    @Inject(Feed) private readonly feed: Feed,
    @Inject(Resuming) private readonly resuming: Resuming,
    @Inject(SETTINGS) private readonly settings: { live: LiveSettings },
  ) {}

  onModuleInit(): void {
    this.feed.listen({
      news: () => this.each(({ stream }) => stream.pump()),
      begun: () => this.each((open) => this.place(open)),
      state: () => this.each(({ stream }) => stream.write(this.state())),
    });
    this.beating = setInterval(() => this.beat(), BEAT_MS);
  }

  get size(): number {
    return this.open.size;
  }

  get sent(): number {
    return [...this.open].reduce((sum, { stream }) => sum + stream.sent, this.sentBefore);
  }

  /** Throws `service-stopping`, `live-full` or `too-many-requests` when there is no room for one more stream of this subject. */
  admit({ subject }: Principal): void {
    const { streams, streamsPerClient } = this.settings.live;
    if (this.isStopping) throw new Refusal('service-stopping', { headers: { 'Retry-After': '1' } });
    if (this.open.size >= streams) throw new Refusal('live-full', { headers: { 'Retry-After': '10' } });
    const own = [...this.open].filter((each) => each.subject === subject).length;
    if (own >= streamsPerClient)
      throw new Refusal('too-many-requests', {
        detail: `${own} streams of this client are open`,
        headers: { 'Retry-After': '10' },
      });
  }

  /** Begins a stream for a caller who was admitted. */
  begin(principal: Principal, wish: Wish, cursor: Cursor | undefined, sink: Sink): LiveStream {
    const stream = new LiveStream({
      sink,
      topics: topicsOf(wish),
      sees: visibleTo(principal, wish),
      bodyOf: bodyFor(principal),
      cursor: (mine) => this.feed.cursor(mine),
      onEnd: (reason) => this.forget(open, reason),
      now: Date.now,
    });
    const left = Math.min(Math.max(principal.expiresAt - Date.now(), 0), LONGEST_MS);
    const expiry = setTimeout(() => stream.end('expired'), left);
    const open: Open = { stream, subject: principal.subject, cursor, isPlaced: false, expiry };
    this.open.add(open);
    stream.write(`retry: ${RETRY_MS}\n\n`);
    if (this.feed.away !== undefined) stream.write(this.state());
    if (this.feed.ring !== undefined) this.place(open);
    return stream;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.beating);
    this.each(({ stream }) => stream.end('stopping'));
    await this.feed.stop();
  }

  private each(work: (open: Open) => void): void {
    for (const open of [...this.open]) work(open);
  }

  /** There is a ring. Whoever was in one before has a gap. */
  private place(open: Open): void {
    const { stream, cursor, isPlaced } = open;
    const ring = this.feed.ring!;
    if (stream.hasJoined) return stream.reset(ring, 'log-changed');
    if (isPlaced) return; // it is being given what it missed, and will be told that the ring is another one
    open.isPlaced = true;
    if (cursor === undefined) return stream.join(ring, ring.next);
    this.resuming.resume(stream, cursor).then(
      (lost) => {
        if (lost === undefined || stream.ended !== undefined) return;
        this.resuming.count.reset++;
        stream.reset(this.feed.ring!, lost);
      },
      (error: Error) => {
        this.logger.error(error, error.stack);
        stream.end('failed');
      },
    );
  }

  private forget(open: Open, reason: EndReason): void {
    clearTimeout(open.expiry);
    this.open.delete(open);
    this.sentBefore += open.stream.sent;
    this.endedBecause[reason]++;
  }

  private beat(): void {
    const head = this.feed.ring === undefined ? undefined : this.feed.cursor();
    this.each(({ stream }) => (stream.stalledMs > STALLED_MS ? stream.end('slow') : stream.beat(head)));
  }

  private state(): string {
    const { away } = this.feed;
    return eventText('state', JSON.stringify(away === undefined ? { live: true } : { live: false, because: away }));
  }
}
