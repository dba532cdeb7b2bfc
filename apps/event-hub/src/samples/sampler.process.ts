import { Injectable, type OnModuleInit } from '@nestjs/common';
import { topics } from '@offset-zero/contracts';
import type { PartitionEnds } from '@offset-zero/kafka';
import { Clock, Schedule } from '@offset-zero/service';
import { Log } from '../log.process.ts';
import { type Sample, withSample } from './sample.ts';
import { Services } from './services.http.ts';

const WATCHED_MS = 60_000;
const PACE_MS = { watched: 2_000, unwatched: 5_000 };
const TICK_MS = 500;
const PATIENCE_MS = 2_500;

/** Looks at services and topics again and again: more often while somebody wants to know. */
@Injectable()
export class Sampler implements OnModuleInit {
  private kept: Sample[] = [];
  private askedAt = 0;
  private taking: Promise<void> | undefined;

  constructor(
    private readonly services: Services,
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(TICK_MS, 'sampling', async () => {
      if (this.age() >= this.everyMs) await this.take();
    });
  }

  /** How far apart samples are at the moment. */
  get everyMs(): number {
    return this.clock.now() - this.askedAt < WATCHED_MS ? PACE_MS.watched : PACE_MS.unwatched;
  }

  /** What was seen, oldest first; the last no longer ago than `freshMs`. */
  async samples(freshMs = PACE_MS.watched): Promise<readonly Sample[]> {
    this.askedAt = this.clock.now();
    if (this.age() > freshMs) await this.take();
    return this.kept;
  }

  private age(): number {
    return this.clock.now() - (this.kept.at(-1)?.at ?? 0);
  }

  private take(): Promise<void> {
    return (this.taking ??= this.look().finally(() => (this.taking = undefined)));
  }

  private async look(): Promise<void> {
    const since = this.clock.now();
    const [services, ends] = await Promise.all([this.services.ask(), this.ends()]);
    this.kept = withSample(this.kept, { since, at: this.clock.now(), services, ends });
  }

  /** Undefined while Kafka is away. */
  private async ends(): Promise<Map<string, PartitionEnds[]> | undefined> {
    const found = Promise.all(
      Object.values(topics).map(async ({ name }) => [name, await this.log.ends(name)] as const),
    ).then((entries) => new Map(entries));
    return inTime(found).catch(() => undefined); // away: that is what will be shown
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, PATIENCE_MS, new Error(`not within ${PATIENCE_MS} ms`));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
