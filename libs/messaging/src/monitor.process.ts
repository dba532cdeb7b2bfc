import { type Sql, sqlOf } from '@offset-zero/postgres';
import { Behind } from './behind.ts';
import type { SubscriptionConsumer } from './consume/consumer.process.ts';
import { hasCaughtUpBefore, lastMoved, noteCaughtUp, positionsOf, touchPositions } from './consume/position.table.ts';
import { textOf } from './consume/sort-error.ts';
import type { Ends } from './ends.process.ts';
import type { Logger, Problem } from './runner.ts';
import { eraseDiscarded } from './parked/audit.table.ts';
import { pause } from './pause.ts';
import type { SubscriptionStatus } from './subscription.ts';
import { type Aside, countAside } from './waiting/waiting.table.ts';
import { hasPassed, lagOf, type Sight, StuckWatch, type Targets } from './watch.ts';

const LOOK_MS = 2_500;
const LOOK_MS_UNTIL_CAUGHT_UP = 100;
const TOUCH_MS = 60_000;
const KAFKA = 'Kafka';
const DATABASE = 'the database';

export interface MonitorOptions {
  consumer: SubscriptionConsumer;
  ends: Ends;
  stuckAfterMs: number;
  tidyEveryMs: number;
  log: Logger;
  onFatal: (problem: Problem) => void;
}

/** Looks at one subscription from outside: where it is, where the log ends, and whether it still moves. */
export class Monitor {
  private readonly options: MonitorOptions;
  private readonly sql: Sql;
  private readonly watch: StuckWatch;
  private readonly behind = new Behind();
  private sights: Sight[] = [];
  private targets: Targets | undefined;
  private caughtUpOnce = false;
  private aside: Aside = { parked: 0, oldestParkedMs: 0, waiting: 0, oldestWaitingMs: 0 };
  private lastMovedAt = Date.now();
  private touchedAt = 0;
  private tidiedAt = 0;
  private readonly told = new Set<string>();
  private readonly over = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(options: MonitorOptions) {
    this.options = options;
    this.sql = sqlOf(options.consumer.desk.pool);
    this.watch = new StuckWatch(options.stuckAfterMs);
  }

  start(): void {
    this.running = this.lookAgainAndAgain();
  }

  async stop(): Promise<void> {
    this.over.abort();
    await this.running;
  }

  status(): SubscriptionStatus {
    const { consumer } = this.options;
    const { name, topic } = consumer.desk.subscription;
    const own = consumer.positions();
    const partitions = this.sights.map(({ partition, next, end }) => {
      const now = Math.max(next, own.get(partition) ?? 0);
      return { partition, next: now, end: Math.max(end, now) };
    });
    return {
      name,
      topic: topic.name,
      group: consumer.group,
      partitions,
      lag: lagOf(partitions),
      behindMs: this.behind.ms(partitions, consumer.progress.handledTimes, Date.now()),
      caughtUpOnce: this.caughtUpOnce,
      lastMovedAt: Math.max(this.lastMovedAt, consumer.progress.lastMovedAt),
      handled: consumer.progress.handled,
      ...this.aside,
      state: consumer.progress.state,
      code: consumer.progress.stopped?.code,
      error: consumer.progress.error,
    };
  }

  private async lookAgainAndAgain(): Promise<void> {
    while (!this.over.signal.aborted) {
      await this.look();
      await this.tidy();
      const ms = this.caughtUpOnce ? LOOK_MS : LOOK_MS_UNTIL_CAUGHT_UP;
      await pause(ms, this.over.signal);
    }
  }

  private async look(): Promise<void> {
    const { consumer, ends } = this.options;
    const { name, topic } = consumer.desk.subscription;
    const answers = await Promise.allSettled([
      ends.of(topic.name),
      positionsOf(this.sql, name, topic.name),
      countAside(this.sql, name),
    ]);
    const [logEnds, positions, aside] = answers;
    if (this.over.signal.aborted) return;
    consumer.progress.waitsFor(KAFKA, errorOf(logEnds));
    consumer.progress.waitsFor(DATABASE, errorOf(positions) ?? errorOf(aside));
    if (logEnds.status === 'rejected' || positions.status === 'rejected' || aside.status === 'rejected') {
      this.watch.excuse();
      if (positions.status === 'fulfilled') await this.rememberCaughtUp();
      return;
    }
    this.aside = aside.value;
    if (!this.targets) {
      const moved = lastMoved(this.sql, name, topic.name);
      await moved.then((at) => this.behind.begin(at), this.tell('read when its positions moved'));
    }
    this.targets ??= new Map(logEnds.value.map(({ partition, high }) => [partition, high]));
    const hadCaughtUp = this.caughtUpOnce;
    this.see(
      logEnds.value.map(({ partition, low, high }) => ({ partition, low, high })),
      positions.value,
    );
    consumer.notePositions(positions.value);
    if (this.caughtUpOnce && !hadCaughtUp) {
      await noteCaughtUp(this.sql, name, topic.name).catch(this.tell('note that it has caught up'));
    }
    await this.touch();
  }

  private see(ends: { partition: number; low: number; high: number }[], positions: Map<number, number>): void {
    const { consumer, onFatal } = this.options;
    const before = new Map(this.sights.map(({ partition, next }) => [partition, next]));
    this.sights = ends.map(({ partition, low, high }) => {
      const next = positions.get(partition) ?? low;
      return { partition, next, end: Math.max(high, next) };
    });
    this.behind.look(this.sights, Date.now());
    if (this.sights.some(({ partition, next }) => next !== before.get(partition))) this.lastMovedAt = Date.now();
    this.caughtUpOnce ||= consumer.progress.state !== 'starting' && hasPassed(this.targets!, positions);
    const own = consumer.positions();
    const judged = own.size > 0 ? this.sights.filter(({ partition }) => own.has(partition)) : this.sights;
    if (consumer.progress.state !== 'running') return this.watch.excuse();
    const stuck = this.watch.look(judged, Date.now());
    if (!stuck) return;
    const { group } = consumer;
    const detail = `${group} has stood at ${stuck.partition}/${stuck.next} of ${stuck.end} while everything answers`;
    onFatal({ code: 'consumer-stuck', detail });
    this.watch.excuse();
  }

  /** Kafka is away: what an earlier process had caught up with is as good as what this one would go on serving. */
  private async rememberCaughtUp(): Promise<void> {
    if (this.caughtUpOnce) return;
    const { name, topic } = this.options.consumer.desk.subscription;
    this.caughtUpOnce = await hasCaughtUpBefore(this.sql, name, topic.name).catch((error: unknown) => {
      this.tell('read whether it had caught up')(error);
      return false;
    });
  }

  private async touch(): Promise<void> {
    const { consumer } = this.options;
    if (Date.now() - this.touchedAt < TOUCH_MS) return;
    const own = consumer.positions();
    const atEnd = this.sights.filter(({ partition, next, end }) => own.has(partition) && next >= end);
    if (atEnd.length === 0) return;
    const { name, topic } = consumer.desk.subscription;
    await touchPositions(this.sql, name, topic.name, atEnd).then(
      () => (this.touchedAt = Date.now()),
      this.tell('note that it is at the end'),
    );
  }

  private async tidy(): Promise<void> {
    const { consumer, tidyEveryMs } = this.options;
    if (this.over.signal.aborted || Date.now() - this.tidiedAt < tidyEveryMs) return;
    this.tidiedAt = Date.now();
    const { subscription } = consumer.desk;
    await subscription.tidy?.(this.sql).catch(this.tell('tidy up'));
    if (subscription.topic.kind !== 'whole-value') return;
    await eraseDiscarded(this.sql, subscription.topic.name).catch(this.tell('erase what was discarded'));
  }

  /** Says once what nobody waits for and what may go wrong unseen. */
  private tell(what: string): (error: unknown) => void {
    return (error) => {
      const reason = `${what}: ${textOf(error)}`;
      if (this.told.has(reason)) return;
      this.told.add(reason);
      this.options.log.warn({ group: this.options.consumer.group, error: textOf(error) }, `Cannot ${what}`);
    };
  }
}

const errorOf = (answer: PromiseSettledResult<unknown>): string | undefined =>
  answer.status === 'rejected' ? textOf(answer.reason) : undefined;
