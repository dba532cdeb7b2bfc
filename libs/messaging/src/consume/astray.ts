/**
 * Finds positions that are not where they are believed to be: another process may move one while there is nothing to read
 * here. What is handled meanwhile looks like that too, so only what two looks in a row see alike counts.
 */
export class AstrayWatch {
  private seen = new Map<number, string>();

  /** The partitions surely astray. Next offsets, by partition; what is believed of no position does not count. */
  look(believed: ReadonlyMap<number, number>, stored: ReadonlyMap<number, number>): number[] {
    const before = this.seen;
    this.seen = new Map();
    for (const [partition, next] of believed) {
      const there = stored.get(partition) ?? next;
      if (there !== next) this.seen.set(partition, `${next} ${there}`);
    }
    return [...this.seen].filter(([partition, what]) => before.get(partition) === what).map(([partition]) => partition);
  }
}
