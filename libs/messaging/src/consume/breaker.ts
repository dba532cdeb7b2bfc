const LIMIT = 10;
const HANDLED_PER_LEAK = 100;

/**
 * Tells bad data from a bad deploy: a leaky bucket. Each key that parks anew fills it by one, every 100 messages that
 * are handled empty it by one; at 10 it trips, and what filled it last is not parked.
 */
export class Breaker {
  private level = 0;

  /** Whether parking `keys` more, beside `handled` messages that were fine, is too much. */
  trips(keys: number, handled: number): boolean {
    return keys > 0 && this.after(keys, handled) >= LIMIT;
  }

  /** That it was done. */
  note(keys: number, handled: number): void {
    this.level = Math.max(0, this.after(keys, handled));
  }

  private after(keys: number, handled: number): number {
    return this.level + keys - handled / HANDLED_PER_LEAK;
  }
}
