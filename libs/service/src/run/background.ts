import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isRegistryAwaited } from '@offset-zero/contracts';
import { messagingSchema } from '@offset-zero/messaging';
import { outboxSchema } from '@offset-zero/outbox';
import { isTransient } from '@offset-zero/postgres';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../database/open.ts';
import { type Manifest, publishes } from '../manifest.ts';
import { idempotencySchema, purgeIdempotency } from '../writes/idempotency.ts';
import type { Backing } from './backing.ts';
import { retrying } from './retrying.ts';
import type { Schedule } from './schedule.ts';

const SHARED_SCHEMAS = [outboxSchema, messagingSchema, idempotencySchema];
const HOUR_MS = 3_600_000;

/** What runs beside HTTP: it comes up as its servers do, and is stopped before HTTP and the database are. */
export class Background implements BeforeApplicationShutdown {
  /** Why the ids of our schemas are not known yet; undefined once they are. */
  schemasMissing: string | undefined;
  private readonly abort = new AbortController();
  private starting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly manifest: Manifest,
    private readonly config: Config,
    private readonly backing: Backing | undefined,
    private readonly schedule: Schedule,
    private readonly log: Logger,
  ) {}

  get stopping(): boolean {
    return this.abort.signal.aborted;
  }

  /** Begins to bring everything up, and returns at once; `onFatal` hears of what no waiting will heal. */
  begin(app: NestFastifyApplication, onFatal: (error: unknown) => void): void {
    const { backing } = this;
    this.starting =
      backing === undefined
        ? Promise.resolve(this.schedule.begin())
        : Promise.all([this.openDatabase(app, backing), this.lookUpSchemas(backing)]).catch(onFatal);
  }

  /** The batches in hand are finished while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.abort.abort();
    this.backing?.arrivals.stop();
    await Promise.all([this.starting, this.backing?.strategy?.close()]); // a start that still prepares has to be told
    await Promise.all([this.schedule.stop(), this.backing?.strategy?.close(), this.backing?.relay?.stop()]);
  }

  private async openDatabase(app: NestFastifyApplication, backing: Backing): Promise<void> {
    const { log, abort } = this;
    const open = () => openDatabase(this.config.databaseUrl, app.get(DataSource), SHARED_SCHEMAS);
    if (!(await retrying(open, { what: 'The database', log, signal: abort.signal, mayHeal: isTransient }))) return;
    backing.database.ready = true;
    backing.startRelay();
    if (backing.strategy !== undefined) await app.startAllMicroservices();
    this.schedule.every(HOUR_MS, 'purge of idempotency keys', () => purgeIdempotency(backing.database.sql));
    this.schedule.begin();
  }

  private async lookUpSchemas({ codec }: Backing): Promise<void> {
    const topics = publishes(this.manifest);
    if (topics.length === 0) return;
    this.schemasMissing = 'not looked up yet';
    const { log, abort } = this;
    const lookUp = () =>
      codec.lookUp(topics).catch((error: Error) => {
        this.schemasMissing = error.message;
        throw error;
      });
    const known = await retrying(lookUp, {
      what: 'The schemas',
      log,
      signal: abort.signal,
      mayHeal: isRegistryAwaited,
    });
    if (known) this.schemasMissing = undefined;
  }
}
