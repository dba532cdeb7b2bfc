import type { Problem } from '../runner.ts';
import type { SubscriptionState } from '../subscription.ts';

/** How the reading of a subscription goes, as its status tells. */
export class Progress {
  /** Why it has stopped for good. */
  stopped: Problem | undefined;
  /** Positions are known, or others have all the partitions. */
  joined = false;
  lastMovedAt = Date.now();
  /** Messages handled since the start. */
  handled = 0;
  /** When the last message handled was written, by partition, ms since 1970. */
  readonly handledTimes = new Map<number, number>();
  /** What is waited for, by who waits. */
  private readonly waits = new Map<number | string, string>();

  get state(): SubscriptionState {
    if (this.stopped) return 'stopped';
    if (this.waits.size > 0) return 'waiting';
    return this.joined ? 'running' : 'starting';
  }

  get error(): string | undefined {
    return this.stopped?.detail ?? this.waits.values().next().value;
  }

  /** Notes what a partition, or what everybody needs, waits for; undefined: for nothing any more. */
  waitsFor(who: number | string, error: string | undefined): void {
    if (error === undefined) this.waits.delete(who);
    else this.waits.set(who, error);
  }

  waitsForNothing(): void {
    this.waits.clear();
  }

  /** A position has moved, over these messages. */
  moved(partition: number, messages: { timestamp: string }[]): void {
    this.waits.delete(partition);
    this.lastMovedAt = Date.now();
    this.handled += messages.length;
    if (messages.length > 0) this.handledTimes.set(partition, Number(messages.at(-1)!.timestamp));
  }
}
