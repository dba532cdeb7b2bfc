const LIMIT = 10;
const HANDLED_PER_LEAK = 100;

/**
 * Tells bad data from a bad deploy: a leaky bucket. Each key that parks anew fills it by one, every 100 messages that
 * are handled empty it by one; at 10 it trips, and what filled it last is not parked. It begins with what earlier processes
 * have parked lately: one that is restarted again and again must not park ten more keys each time.
 */
export class Breaker {
  private level = 0;
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** At most to where the next key trips it, unless enough is handled first: much bad data may be among very much. */
  begin(keysParkedLately: number): void {
    this.begun = true;
    this.level = Math.min(keysParkedLately, LIMIT - 1);
  }

  /** Whether parking `keys` more, beside `handled` messages that were fine, is too much. */
  trips(keys: number, handled: number): boolean {
    return keys > 0 && this.after(keys, handled) >= LIMIT;
  }

  /** That it was done; fewer `keys` than none were freed. */
  note(keys: number, handled: number): void {
    this.level = Math.max(0, this.after(keys, handled));
  }

  private after(keys: number, handled: number): number {
    return this.level + keys - handled / HANDLED_PER_LEAK;
  }
}
