/** A partition as seen at one look. */
export interface Sight {
  partition: number;
  next: number;
  end: number;
}

/** Which positions must be passed for "everything that was there at the start", by partition. */
export type Targets = ReadonlyMap<number, number>;

export const lagOf = (sights: Sight[]): number =>
  sights.reduce((sum, { next, end }) => sum + Math.max(0, end - next), 0);

/**
 * True when every partition's stored position has passed its target. Stored positions, and not "the last message was
 * end - 1": the log has holes where records were compacted, and markers where transactions ended.
 */
export const hasPassed = (targets: Targets, next: ReadonlyMap<number, number>): boolean =>
  [...targets].every(([partition, target]) => target <= (next.get(partition) ?? 0));

/**
 * Finds partitions that stand still although there is something to read. Every look counts as movement where the
 * position has moved, nothing is left to read, or something needed is away; what has not moved for `limitMs` is stuck.
 */
export class StuckWatch {
  private readonly limitMs: number;
  private readonly moved = new Map<number, { next: number; at: number }>();

  constructor(limitMs: number) {
    this.limitMs = limitMs;
  }

  /** A dependency is away, or the reader waits or has stopped for a known reason. */
  excuse(): void {
    this.moved.clear();
  }

  /** The first partition found stuck. */
  look(sights: Sight[], now: number): Sight | undefined {
    return sights.find((sight) => {
      const before = this.moved.get(sight.partition);
      if (before?.next === sight.next && sight.end > sight.next) return now - before.at >= this.limitMs;
      this.moved.set(sight.partition, { next: sight.next, at: now });
      return false;
    });
  }
}
