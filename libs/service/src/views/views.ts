import { Injectable } from '@nestjs/common';
import type { View } from '@offset-zero/views';
import type { Seen } from '../consistency/token.ts';
import type { Database } from '../database/database.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Arrivals } from './arrivals.ts';
import type { Consumption } from './consumption.ts';

/** A fact may still be in its owner's outbox while no lag is to be seen yet. */
const GRACE_MS = 250;
const KNOWN_WITHIN_MS = 1_000;

/** The views this service keeps, as its requests read them. */
@Injectable()
export class Views {
  constructor(
    private readonly database: Database,
    private readonly kept: readonly View[],
    private readonly consumption: Consumption,
    private readonly arrivals: Arrivals,
  ) {}

  /** The row of `key`. Throws `view-not-ready` while the view is being filled for the first time. */
  async find<Row extends object>(view: View<Row>, key: string): Promise<Row | undefined> {
    this.checkReady(view);
    return view.find(this.database.sql, key);
  }

  /** The rows of those `keys` that are known. Throws `view-not-ready`. */
  async findMany<Row extends object>(view: View<Row>, keys: readonly string[]): Promise<Map<string, Row>> {
    this.checkReady(view);
    return view.findMany(this.database.sql, [...keys]);
  }

  /** As `findMany`, but waits up to a second for keys that are missing while the view lags. Throws `view-not-ready`. */
  async awaitKnown<Row extends object>(view: View<Row>, keys: readonly string[]): Promise<Map<string, Row>> {
    const asked = Date.now();
    let known = new Map<string, Row>();
    await this.arrivals.until(async () => {
      known = await this.findMany(view, keys);
      const complete = keys.every((key) => known.has(key));
      return complete || (!this.lags(view) && Date.now() - asked >= GRACE_MS) ? true : undefined;
    }, KNOWN_WITHIN_MS);
    return known;
  }

  /** What `look` finds, looking after every message handled, for at most `seconds`; for `Prefer: wait`. */
  until<T>(look: () => Promise<T | undefined>, seconds: number): Promise<T | undefined> {
    return this.arrivals.until(look, seconds * 1_000);
  }

  /** Waits until every view behind the answers has applied `seen`; throws `view-behind` after `ms`, with the lag. */
  async caughtUpWith(seen: Seen[], ms: number): Promise<void> {
    const pending = seen.flatMap((one) =>
      this.kept.filter((view) => view.topic.name === one.topic).map((view) => ({ view, ...one })),
    );
    if (pending.length === 0) return;
    const applied = await this.arrivals.until(async () => {
      while (pending.length > 0) {
        const { view, key, version } = pending[0]!;
        this.checkReady(view);
        if (!(await view.hasApplied(this.database.sql, key, version))) return undefined;
        pending.shift(); // what was applied stays applied: it is not asked for again
      }
      return true;
    }, ms);
    if (applied) return;
    const lag = Math.max(...pending.map(({ view }) => this.consumption.of(view)?.lag ?? 0));
    throw new Refusal('view-behind', { extra: { lag }, headers: { 'Retry-After': '1' } });
  }

  /** Throws `view-not-ready` while the view is being filled; for queries of their own on its table. */
  checkReady(view: View): void {
    if (this.consumption.of(view)?.caughtUpOnce) return;
    throw new Refusal('view-not-ready', { detail: `The view ${view.name}`, headers: { 'Retry-After': '1' } });
  }

  private lags(view: View): boolean {
    const status = this.consumption.of(view);
    return status === undefined || status.lag > 0 || status.state !== 'running';
  }
}
