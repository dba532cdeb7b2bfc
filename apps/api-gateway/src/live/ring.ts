import type { Positions } from './cursor.ts';
import type { Entry } from './entry.ts';

export interface RingLimits {
  entries: number;
  bytes: number;
}

export interface Kept extends Entry {
  /** Behind the entry of its partition that came before it. */
  after: number;
  /** The event with the id that is right for a stream which has everything before it in the ring. */
  frame: Buffer;
}

/**
 * The latest records of all topics in the order in which this process read them, numbered without a gap. Every stream is
 * a number in here, so what a slow client has not taken yet is kept once for all of them, and only for as long as this.
 */
export class Ring {
  /** The number of the oldest entry, and of the next to come. */
  first = 0;
  next = 0;
  private bytes = 0;
  private readonly slots: (Kept | undefined)[];
  /** Behind the last entry of each partition; the head may be further, behind markers. */
  private readonly last: Positions;

  /** `begin`: where each partition was before the oldest entry; it moves on as entries leave. */
  constructor(
    private readonly limits: RingLimits,
    readonly begin: Positions,
    /** Where each partition is now. Whoever pushes moves it first. */
    readonly head: Positions = copied(begin),
  ) {
    this.slots = new Array(limits.entries);
    this.last = copied(begin);
  }

  push(entry: Entry, frame: Buffer): void {
    const last = this.last.get(entry.topic)!;
    const { entries, bytes } = this.limits;
    if (this.next - this.first === entries) this.drop();
    this.slots[this.next++ % entries] = { ...entry, after: last[entry.partition]!, frame };
    last[entry.partition] = entry.offset + 1;
    this.bytes += sizeOf(entry, frame);
    while (this.bytes > bytes && this.first < this.next) this.drop();
  }

  at(number: number): Kept {
    return this.slots[number % this.limits.entries]!;
  }

  /** The number of the first entry that somebody at `mine` may not have, and where the ring was before it. Undefined when more than that has left already. */
  find(mine: Positions): { number: number; at: Positions } | undefined {
    for (const [topic, offsets] of mine) {
      if (offsets.some((offset, partition) => offset < this.begin.get(topic)![partition]!)) return undefined;
    }
    const at = copied(this.last);
    const isOver = (topic: string, partition: number) =>
      at.get(topic)![partition]! > (mine.get(topic)?.[partition] ?? Infinity);
    let over = 0;
    for (const [topic, offsets] of mine) over += offsets.filter((_, partition) => isOver(topic, partition)).length;
    let number = this.next;
    while (over > 0) {
      const { topic, partition, after } = this.at(--number);
      const was = isOver(topic, partition);
      at.get(topic)![partition] = after;
      if (was && !isOver(topic, partition)) over--;
    }
    return { number, at };
  }

  private drop(): void {
    const place = this.first++ % this.limits.entries;
    const kept = this.slots[place]!;
    this.begin.get(kept.topic)![kept.partition] = kept.offset + 1;
    this.bytes -= sizeOf(kept, kept.frame);
    this.slots[place] = undefined;
  }
}

const sizeOf = ({ body, bare }: Entry, frame: Buffer): number => frame.length + body.length + (bare?.length ?? 0);

export const copied = (positions: Positions): Positions =>
  new Map([...positions].map(([topic, offsets]) => [topic, [...offsets]]));
