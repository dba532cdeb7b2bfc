import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 100;
const SHORTEST_MS = 20;
const LONGEST_MS = 500;
/** Each look is a query, and the connections are few: how often the many who wait look together. */
const LOOKS_PER_SECOND = 1_000;

/** Lets requests wait for what messages bring: after a commit of the consumers, and now and then, they look again. */
export class Arrivals {
  private readonly waiting = new Set<() => void>();
  private stopped = false;
  private requests = 0;

  /** To be called after every commit of a consumer. */
  notify(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** From now on nobody waits: the service is stopping. */
  stop(): void {
    this.stopped = true;
    this.notify();
  }

  /** What `look` finds (anything but undefined), looking until `ms` have passed; then undefined. */
  async until<T>(look: () => Promise<T | undefined>, ms: number): Promise<T | undefined> {
    this.requests++;
    try {
      return await this.looking(look, Date.now() + ms);
    } finally {
      this.requests--;
    }
  }

  private async looking<T>(look: () => Promise<T | undefined>, deadline: number): Promise<T | undefined> {
    for (;;) {
      const began = Date.now();
      const arrival = this.next(Math.min(EVERY_MS, deadline - began));
      const found = await look();
      if (found !== undefined || this.stopped || Date.now() >= deadline) return found;
      await arrival;
      const rest = Math.min(began + this.shortestMs(), deadline) - Date.now();
      if (rest > 0 && !this.stopped) await pause(rest + 1); // a timer may ring a millisecond early: that were one look more
    }
  }

  private shortestMs(): number {
    return Math.min(Math.max(SHORTEST_MS, (this.requests * 1_000) / LOOKS_PER_SECOND), LONGEST_MS);
  }

  private next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(
        () => {
          this.waiting.delete(wake);
          resolve();
        },
        Math.max(ms, 1),
      );
      this.waiting.add(wake);
    });
  }
}
