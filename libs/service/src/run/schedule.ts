import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

interface Job {
  name: string;
  everyMs: number;
  work: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * Work that comes back: timers, sweeps, purges. It begins once the database is there, never overlaps with itself, and
 * a failure is logged and tried again at the next turn. At the stop the work in hand is finished.
 */
@Injectable()
export class Schedule {
  private readonly jobs: Job[] = [];
  private readonly timers = new Map<Job, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private begun = false;
  private readonly abort = new AbortController();

  constructor(private readonly log: Logger) {}

  /** Runs `work` every `everyMs`, counted from the end of the run before; the signal aborts at the stop. */
  every(everyMs: number, name: string, work: (signal: AbortSignal) => Promise<unknown>): void {
    const job = { name, everyMs, work };
    this.jobs.push(job);
    if (this.begun) this.plan(job);
  }

  begin(): void {
    this.begun = true;
    for (const job of this.jobs) this.plan(job);
  }

  async stop(): Promise<void> {
    this.abort.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private plan(job: Job): void {
    if (this.abort.signal.aborted) return;
    const start = () => {
      const run: Promise<void> = this.run(job).finally(() => {
        this.running.delete(run);
        this.plan(job);
      });
      this.running.add(run);
    };
    this.timers.set(job, setTimeout(start, job.everyMs));
  }

  private async run({ name, work }: Job): Promise<void> {
    try {
      await work(this.abort.signal);
    } catch (error) {
      this.log.warn({ err: error, job: name }, 'A scheduled job failed; it runs again at its next turn');
    }
  }
}
