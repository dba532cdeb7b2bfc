import { type Codec, createCodec } from '@offset-zero/contracts';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import type { Committed } from '@offset-zero/messaging';
import { KafkaStrategy } from '@offset-zero/messaging/nest';
import { createOutbox, type Outbox, type OutboxRow, type Relay, startRelay } from '@offset-zero/outbox';
import type { Tracer } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { currentContext } from '../context/request-context.ts';
import { Database } from '../database/database.ts';
import { consumes, type Manifest, publishes } from '../manifest.ts';
import { measureConsumers } from '../metrics/consumers.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { measureOutbox, measureRelay } from '../metrics/outbox.ts';
import { Arrivals } from '../views/arrivals.ts';
import { Consumption } from '../views/consumption.ts';
import { Writes } from '../writes/writes.ts';
import { recordBatch } from '../tracing/messages.ts';
import { publish, tracedOutbox } from '../tracing/outbox.ts';
import { aroundMessages } from './around-message.ts';
import { CONSUMERS_STOP_MS } from './patience.ts';

/** What a service with a database stands on. Nothing here connects to anything before it is needed. */
export class Backing {
  readonly database: Database;
  readonly kafka: Kafka;
  readonly codec: Codec;
  readonly outbox: Outbox;
  readonly writes: Writes;
  readonly arrivals = new Arrivals();
  readonly consumption = new Consumption();
  readonly strategy: KafkaStrategy | undefined;
  relay: Relay | undefined;
  private readonly silence = new AbortController();
  private readonly tookConsumer: ReturnType<typeof measureConsumers>;
  private readonly tookRelay: ReturnType<typeof measureRelay>;

  constructor(
    private readonly manifest: Manifest,
    private readonly config: Config,
    private readonly log: Logger,
    metrics: Metrics,
    private readonly tracer: Tracer | undefined,
    onFatal: (problem: { code: string; detail: string }) => void,
  ) {
    this.database = new Database(config.databaseUrl, (error) =>
      log.warn({ err: error }, 'A database connection was lost'),
    );
    this.kafka = createKafka({
      brokers: config.brokers,
      clientId: manifest.name,
      signal: this.silence.signal,
      log: (level, message, extra) => log[level](extra, message),
    });
    this.codec = createCodec({ registryUrl: config.registryUrl });
    const outbox = createOutbox({ source: manifest.name, codec: this.codec, trace: currentTrace });
    this.outbox = tracer ? tracedOutbox(tracer, outbox) : outbox;
    this.writes = new Writes(this.database, this.outbox, () => this.relay?.wake());
    measureOutbox(metrics, this.database);
    this.tookRelay = measureRelay(metrics, publishes(manifest), () => this.relay);
    this.tookConsumer = measureConsumers(metrics, this.consumption, manifest.keeps);
    this.strategy = consumes(manifest) ? this.createStrategy(onFatal) : undefined;
  }

  startRelay(): void {
    if (publishes(this.manifest).length === 0) return;
    const { databaseUrl } = this.config;
    const onBatch = (rows: OutboxRow[]) => this.publishing(rows);
    this.relay = startRelay({ service: this.manifest.name, databaseUrl, kafka: this.kafka, log: this.log, onBatch });
  }

  /** The last step of a stop: nobody uses the database any more, and kafkajs has nothing more to say. */
  async close(): Promise<void> {
    this.silence.abort();
    await this.database.pool.end();
  }

  private publishing(rows: OutboxRow[]): (error?: Error) => void {
    const startedAt = performance.now();
    const ended = this.tracer && publish(this.tracer, rows);
    return (error) => {
      if (!error) this.tookRelay(rows, (performance.now() - startedAt) / 1_000);
      ended?.(error);
    };
  }

  private committed(committed: Committed): void {
    this.tookConsumer(committed);
    if (this.tracer && this.isView(committed)) recordBatch(this.tracer, this.manifest.name, committed);
    this.relay?.wake();
    this.arrivals.notify();
  }

  /** A reaction has a span for each message already. */
  private isView({ subscription }: Committed): boolean {
    return this.manifest.keeps.some(({ id }) => id === subscription);
  }

  private createStrategy(onFatal: (problem: { code: string; detail: string }) => void): KafkaStrategy {
    const strategy = new KafkaStrategy({
      service: this.manifest.name,
      databaseUrl: this.config.databaseUrl,
      kafka: this.kafka,
      codec: this.codec,
      subscriptions: this.manifest.keeps.map((view) => view.subscription()),
      append: (sql, facts) => this.outbox.append(sql, facts),
      log: this.log,
      around: aroundMessages(this.manifest.name, this.log, this.tracer),
      onCommitted: (committed) => this.committed(committed),
      finishMs: CONSUMERS_STOP_MS,
      onFatal,
    });
    this.consumption.follow(() => strategy.statuses());
    return strategy;
  }
}

function currentTrace(): { traceparent?: string; causationId?: string } {
  const context = currentContext();
  return { traceparent: context?.traceparent, causationId: context?.causationId };
}
