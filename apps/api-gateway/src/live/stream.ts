import { eventText, idText, type ResetReason } from '@offset-zero/live';
import type { Entry } from './entry.ts';
import type { Place } from './place.ts';
import type { Positions } from './cursor.ts';
import type { Kept, Ring } from './ring.ts';

/** The way to a client. */
export interface Sink {
  /** False when the client takes no more for now: `drained` says when it does again. */
  write(bytes: Buffer | string): boolean;
  /** Everything written is delivered, then the stream ends. */
  end(): void;
  /** It ends at once. */
  destroy(): void;
}

export type EndReason = 'left' | 'expired' | 'stopping' | 'slow' | 'failed';

export interface StreamOptions {
  sink: Sink;
  topics: ReadonlySet<string>;
  sees: (entry: Entry) => boolean;
  /** What it gets of an entry that it sees. */
  bodyOf: (entry: Entry) => Buffer;
  /** The cursor of whoever has read to `mine`, or, without it, to the head of the ring. */
  cursor: (mine?: Positions) => string;
  onEnd: (reason: EndReason) => void;
  now: () => number;
}

/**
 * One open stream: a number in the ring, from which it writes as long as the client takes. What the client does not take is
 * not kept for it; when the ring has moved past it, it is cut, and comes again with its cursor.
 */
export class LiveStream {
  sent = 0;
  ended: EndReason | undefined;
  private ring: Ring | undefined;
  private next = 0;
  private place: Place | undefined;
  private isReady = false;
  private fullSince: number | undefined;
  private onRoom: (() => void)[] = [];

  constructor(private readonly options: StreamOptions) {}

  get topics(): ReadonlySet<string> {
    return this.options.topics;
  }

  get hasJoined(): boolean {
    return this.ring !== undefined;
  }

  /** For how long the client has taken nothing, in ms. */
  get stalledMs(): number {
    return this.fullSince === undefined ? 0 : this.options.now() - this.fullSince;
  }

  /** From now on entries come from the ring, beginning with this number. */
  join(ring: Ring, next: number, place?: Place): void {
    this.ring = ring;
    this.next = next;
    this.place = place;
    this.pump();
  }

  /** There is a gap: it goes on at the head of the ring. */
  reset(ring: Ring, reason: ResetReason): void {
    this.isReady = false;
    this.write(idText(this.options.cursor()) + eventText('reset', JSON.stringify({ reason })));
    this.join(ring, ring.next);
  }

  /** Writes what is new, as far as the client takes it. */
  pump(): void {
    const { ring } = this;
    if (ring === undefined) return;
    while (this.next < ring.next) {
      if (this.next < ring.first) return this.end('slow');
      if (this.fullSince !== undefined || this.ended !== undefined) return;
      this.show(ring.at(this.next++));
    }
    if (this.place !== undefined) this.settle(this.place, ring);
    if (!this.isReady && this.ended === undefined) {
      this.isReady = true;
      this.write(idText(this.cursor()) + eventText('ready', '{}'));
    }
  }

  /** A comment, so that nobody on the way thinks the connection is dead; `head` is for those who have everything. */
  beat(head: string | undefined): void {
    if (this.fullSince !== undefined) return;
    const isAtHead = this.ring !== undefined && this.place === undefined && this.next === this.ring.next;
    this.write(isAtHead && head !== undefined ? `: alive\n${idText(head)}\n` : ': alive\n\n');
  }

  /** Hands over one event; resolves when the client takes more, or has gone. */
  async give(bytes: Buffer): Promise<void> {
    this.sent++;
    this.write(bytes);
    if (this.fullSince !== undefined && this.ended === undefined)
      await new Promise<void>((resolve) => this.onRoom.push(resolve));
  }

  write(bytes: Buffer | string): void {
    if (this.ended !== undefined) return;
    if (!this.options.sink.write(bytes)) this.fullSince ??= this.options.now();
  }

  drained(): void {
    this.fullSince = undefined;
    for (const go of this.onRoom.splice(0)) go();
    this.pump();
  }

  end(reason: EndReason): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    this.ring = undefined;
    for (const go of this.onRoom.splice(0)) go();
    const { sink, onEnd } = this.options;
    if (reason === 'expired' || reason === 'stopping') sink.end();
    else sink.destroy();
    onEnd(reason);
  }

  sees(entry: Entry): boolean {
    return this.options.topics.has(entry.topic) && this.options.sees(entry);
  }

  bodyOf(entry: Entry): Buffer {
    return this.options.bodyOf(entry);
  }

  private show(entry: Kept): void {
    const { place } = this;
    if (!this.options.topics.has(entry.topic) || (place !== undefined && !place.take(entry))) return;
    if (place?.inStep) this.place = undefined;
    if (!this.options.sees(entry)) return;
    this.sent++;
    const body = this.bodyOf(entry);
    if (this.place === undefined) this.write(framed(entry, body));
    else this.write(Buffer.concat([Buffer.from(idText(this.cursor())), body]));
  }

  private settle(place: Place, { head }: Ring): void {
    place.reached(head);
    if (place.inStep) this.place = undefined;
  }

  private cursor(): string {
    return this.options.cursor(this.place?.mine);
  }
}

/** `shown` with the id that the frame has. */
const framed = ({ frame, body }: Kept, shown: Buffer): Buffer =>
  shown === body ? frame : Buffer.concat([frame.subarray(0, frame.length - body.length), shown]);
