import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createPool, isTransient, type Sql, sqlOf } from '@offset-zero/postgres';
import type pg from 'pg';
import { backOff } from './consume/attempt.ts';
import { Breaker } from './consume/breaker.ts';
import { SubscriptionConsumer } from './consume/consumer.process.ts';
import { textOf } from './consume/sort-error.ts';
import { Ends } from './ends.process.ts';
import { Monitor } from './monitor.process.ts';
import { NotRunning, Stopping } from './parked/errors.ts';
import { parkedOf } from './parked/parked.process.ts';
import { pause } from './pause.ts';
import { reset } from './reset/reset.process.ts';
import type { Logger, Runner, RunnerOptions } from './runner.ts';
import type { Subscription } from './subscription.ts';
import { Awaited } from './waiting/awaited.ts';
import { Release } from './waiting/release.process.ts';

const CONNECTIONS = 5;
const STUCK_AFTER_MS = 60_000;
const TIDY_EVERY_MS = 3_600_000;
const FINISH_MS = 7_000;
const SWEEP_EVERY_MS = 5_000;
const REPORT_WAITING_AFTER_MS = 600_000;
/** A paused process must not hold a position for ever; a handler does not wait longer than this for a lock. */
const SESSION = '-c idle_in_transaction_session_timeout=10s -c lock_timeout=10s';

/**
 * Starts reading every subscription, each in its own consumer group, on a small pool of its own. Resolves when each has
 * been prepared; brokers and registry may still be away then, they are waited for. Throws what `prepare` throws unless
 * the database is away, and the reason of `signal`. The tables of `messagingSchema` must exist.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { service, databaseUrl, kafka, codec, subscriptions, log, onFatal, onCommitted = () => {} } = options;
  const { finishMs = FINISH_MS, signal = new AbortController().signal } = options;
  const { stuckAfterMs = STUCK_AFTER_MS, tidyEveryMs = TIDY_EVERY_MS } = options;
  const { sweepEveryMs = SWEEP_EVERY_MS, reportWaitingAfterMs = REPORT_WAITING_AFTER_MS } = options;
  const session = { application_name: `${service} consumers`, options: SESSION };
  refuseSameNames(subscriptions);
  for (const subscription of subscriptions) await prepare(subscription, databaseUrl, session, log, signal);
  const pool = createPool(databaseUrl, { ...session, max: options.connections ?? CONNECTIONS });
  const ends = new Ends(kafka);
  const awaited = new Awaited();
  const open = (subscription: Subscription): Reader => {
    const desk = { subscription, pool, codec, breaker: new Breaker(), awaited };
    const group = `${service}.${subscription.name}`;
    const askEnds = (topic: string) => ends.of(topic);
    const consumer = new SubscriptionConsumer({ group, desk, kafka, askEnds, log, onCommitted });
    consumer.start();
    const monitor = new Monitor({ consumer, ends, stuckAfterMs, tidyEveryMs, log, onFatal });
    monitor.start();
    return { consumer, monitor };
  };
  const readers = subscriptions.map(open);
  const consumers = () => readers.map(({ consumer }) => consumer);
  const release = new Release({ pool, awaited, consumers, sweepEveryMs, reportWaitingAfterMs, log });
  release.start();
  const over = new AbortController();
  let stopped: Promise<void> | undefined;
  const finish = async () => {
    over.abort(new Stopping(`${service} is stopping`));
    await Promise.all([release.stop(), ...readers.map(close)]);
    await ends.close();
    await pool.end();
  };
  const stop = async () => {
    const isFinished = await Promise.race([
      finish().then(() => true),
      sleep(finishMs, false, { ref: false }), // a handler may hang for ever; Postgres rolls it back
    ]);
    if (!isFinished)
      log.error({ service }, `What was being handled has not ended within ${finishMs} ms; it is given up`);
  };
  return {
    status: () => readers.map(({ monitor }) => monitor.status()),
    parked: parkedOf(
      pool,
      readers.map(({ consumer }) => consumer.desk),
      over.signal,
    ),
    async reset(request, by) {
      const index = readers.findIndex(({ consumer }) => consumer.desk.subscription.name === request.subscription);
      const reader = readers[index];
      if (!reader) throw new NotRunning(`no subscription here is called ${request.subscription}`);
      const done = await reset(reader.consumer.desk, ends, request, by);
      if (done.dryRun) return done;
      log.warn({ ...done, by }, 'A subscription was reset');
      if (!reader.consumer.progress.stopped) reader.consumer.readAgain();
      else if (readers[index] === reader && !over.signal.aborted) {
        readers[index] = open(reader.consumer.desk.subscription);
        await close(reader);
      }
      return done;
    },
    stop: () => (stopped ??= stop()),
  };
}

interface Reader {
  consumer: SubscriptionConsumer;
  monitor: Monitor;
}

const close = ({ monitor, consumer }: Reader): Promise<unknown> => Promise.all([monitor.stop(), consumer.stop()]);

function refuseSameNames(subscriptions: Subscription[]): void {
  const names = subscriptions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two subscriptions are called ${twice}: they would share a position`);
}

async function prepare(
  subscription: Subscription,
  url: string,
  session: pg.ClientConfig,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 1; subscription.prepare; failures++) {
    signal.throwIfAborted();
    try {
      return await onItsOwn(url, session, signal, (sql) => subscription.prepare!(sql));
    } catch (error) {
      signal.throwIfAborted();
      if (!isTransient(error)) throw error;
      log.warn({ subscription: subscription.name, error: textOf(error) }, 'The database is away; trying again');
      await pause(backOff(failures), signal);
    }
  }
}

/** A connection that waits for as long as an index takes, and is cut when `signal` says so. */
async function onItsOwn(
  url: string,
  session: pg.ClientConfig,
  signal: AbortSignal,
  work: (sql: Sql) => Promise<void>,
): Promise<void> {
  const client = await connect(url, session);
  const end = () => void client.end().catch(() => {});
  signal.addEventListener('abort', end);
  try {
    signal.throwIfAborted();
    await work(sqlOf(client));
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
