import { sqlOf } from '@offset-zero/postgres';
import type { Pool } from 'pg';
import type { Desk } from '../consume/commit.process.ts';
import type { Line } from '../parked/line.table.ts';
import { textOf } from '../consume/sort-error.ts';
import { pause } from '../pause.ts';
import type { Logger } from '../runner.ts';
import { type Awaited, idOf } from './awaited.ts';
import { releaseLine } from './line.process.ts';
import { endTries } from './line.table.ts';
import { Schedule } from './schedule.ts';
import { type Waiting, waitingLines } from './waiting.table.ts';

/** What reads a subscription. */
interface Reader {
  readonly desk: Desk;
  /** By partition: those that are its own. */
  positions(): ReadonlyMap<number, unknown>;
  readonly progress: { readonly stopped: object | undefined };
}

export interface ReleaseOptions {
  pool: Pool;
  awaited: Awaited;
  consumers: () => readonly Reader[];
  sweepEveryMs: number;
  reportWaitingAfterMs: number;
  log: Logger;
}

/**
 * Handles what waits for missing data, one line after the other: at once when what it waits for is seen to be committed by
 * this process, and by a sweep over the lines of this process' own partitions.
 *
 * Why a sweep: the handler looks, finds nothing, and what it looked for is committed before it can be announced that
 * somebody waits. Only a lock that every arrival takes, too, would close this gap, and all that arrives would pay for the
 * few that are waited for. The same sweep finds what arrived at another instance, and what was seen to arrive by a process
 * that died before it could do anything about it.
 */
export class Release {
  private readonly options: ReleaseOptions;
  private readonly schedule: Schedule;
  private readonly queue = new Map<string, Line>();
  private readonly over = new AbortController();
  private working: Promise<void> | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  /** Lines that were being tried when something was away. */
  private readonly unended = new Set<string>();
  private reported = new Set<string>();

  constructor(options: ReleaseOptions) {
    this.options = options;
    this.schedule = new Schedule(options.sweepEveryMs);
    options.awaited.onArrival = (lines) => this.enqueue(lines);
  }

  start(): void {
    this.sweeping = this.sweepAgainAndAgain();
  }

  /** Finishes the transaction in hand. */
  async stop(): Promise<void> {
    this.over.abort(new Error('stopping'));
    await Promise.all([this.sweeping, this.working]);
  }

  private enqueue(lines: Line[]): void {
    for (const line of lines) this.queue.set(idOf(line), line);
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  private async work(): Promise<void> {
    for (const [id, line] of this.queue) {
      if (this.over.signal.aborted) return;
      this.queue.delete(id); // what arrives from now on puts it there again
      await this.release(id, line);
    }
  }

  private async release(id: string, line: Line): Promise<void> {
    const { pool, consumers, log } = this.options;
    const reader = consumers().find(({ desk }) => desk.subscription.name === line.at.subscription);
    if (!reader || reader.progress.stopped) return;
    try {
      if (this.unended.has(id)) await endTries(sqlOf(pool), line);
      this.unended.delete(id);
      await releaseLine(reader.desk, line, this.over.signal, log);
    } catch (error) {
      this.unended.add(id);
      if (this.over.signal.aborted) return;
      this.schedule.forget(id);
      log.warn({ ...line.at, error: textOf(error) }, 'A message that waits cannot be tried now; the next sweep will');
    }
  }

  private async sweepAgainAndAgain(): Promise<void> {
    const { sweepEveryMs, log } = this.options;
    while (!this.over.signal.aborted) {
      await this.sweep().catch((error: unknown) => {
        log.warn({ error: textOf(error) }, 'The messages that wait for missing data cannot be read; trying again');
      });
      await pause(sweepEveryMs, this.over.signal);
    }
  }

  private async sweep(): Promise<void> {
    const { pool, awaited, consumers } = this.options;
    const readers = new Map(consumers().map((reader) => [reader.desk.subscription.name, reader]));
    const all = await waitingLines(sqlOf(pool), [...readers.keys()]);
    awaited.refresh(all);
    const own = all
      .filter(({ line: { at } }) => readers.get(at.subscription)!.positions().has(at.partition))
      .map((waiting) => ({ ...waiting, id: idOf(waiting.line) }));
    this.report(own);
    this.enqueue(this.schedule.due(own, Date.now()).map(({ line }) => line));
  }

  private report(waiting: (Waiting & { id: string })[]): void {
    const { reportWaitingAfterMs, log } = this.options;
    const late = waiting.filter(({ ageMs }) => ageMs > reportWaitingAfterMs);
    for (const { id, line, waitsFor, ageMs } of late) {
      if (this.reported.has(id)) continue;
      log.warn({ ...line.at, key: line.key.toString(), waitsFor, ageMs }, 'A message has been waiting for too long');
    }
    this.reported = new Set(late.map(({ id }) => id));
  }
}
