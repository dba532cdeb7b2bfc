import type { Sight } from './watch.ts';

/**
 * How long a subscription is behind, which the log does not say: of the oldest message that waits only the offset is
 * known. It was written after the last one handled, and after the end of the partition was last reached: it is no older
 * than the later of the two.
 */
export class Behind {
  /** By partition, ms since 1970. */
  private readonly atEnd = new Map<number, number>();

  /** Before the first look: when each position was last known to move. Less is known then; see `ms`. */
  begin(lastMoved: ReadonlyMap<number, number>): void {
    for (const [partition, at] of lastMoved) this.atEnd.set(partition, at);
  }

  look(sights: Sight[], now: number): void {
    for (const { partition, next, end } of sights) {
      if (next >= end || !this.atEnd.has(partition)) this.atEnd.set(partition, now);
    }
  }

  /**
   * An upper bound of the oldest waiting message's age, ms; 0 where nothing waits. `handled` is when the last message
   * handled was written, by partition. After a restart, until a message is handled, it is the time since the position
   * moved: then the message may be older.
   */
  ms(sights: Sight[], handled: ReadonlyMap<number, number>, now: number): number {
    const ages = sights
      .filter(({ next, end }) => end > next)
      .map(({ partition }) => now - Math.max(this.atEnd.get(partition) ?? 0, handled.get(partition) ?? 0));
    return Math.max(0, ...ages);
  }
}
