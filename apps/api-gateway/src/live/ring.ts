import type { Positions } from './cursor.ts';
import type { Entry } from './entry.ts';

export interface RingLimits {
  entries: number;
  bytes: number;
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
  private readonly slots: (Entry | undefined)[];

  /** `begin`: where each partition was before the oldest entry; it moves on as entries leave. */
  constructor(
    private readonly limits: RingLimits,
    readonly begin: Positions,
    /** Where each partition is now. */
    readonly head: Positions = copied(begin),
  ) {
    this.slots = new Array(limits.entries);
  }

  /** The head is taken to be behind the entry already. */
  push(entry: Entry): void {
    const { entries, bytes } = this.limits;
    this.slots[this.next++ % entries] = entry;
    this.bytes += entry.frame.length;
    while (this.next - this.first >= entries || (this.bytes > bytes && this.first < this.next)) this.drop();
  }

  at(number: number): Entry {
    return this.slots[number % this.limits.entries]!;
  }

  private drop(): void {
    const place = this.first++ % this.limits.entries;
    const { topic, partition, offset, frame } = this.slots[place]!;
    this.begin.get(topic)![partition] = offset + 1;
    this.bytes -= frame.length;
    this.slots[place] = undefined;
  }
}

export const copied = (positions: Positions): Positions =>
  new Map([...positions].map(([topic, offsets]) => [topic, [...offsets]]));
