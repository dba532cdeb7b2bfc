import type { Codec, Topic } from '@offset-zero/contracts';
import type { Kafka } from '@offset-zero/kafka';
import { createPool, type Sql, sqlOf } from '@offset-zero/postgres';
import type { Outbox } from '../outbox.ts';
import { difference } from './differences.ts';
import { comparing, type LogSummary, summarise } from './log.process.ts';
import type { Report } from './report.ts';
import { settleAll } from './settle.process.ts';
import type { Truth } from './truth.ts';
import { page } from './truth.table.ts';

/** Held by the instance that republishes. */
export const REPUBLISH_LOCK = 0x4e9b;
const PAGE = 1_000;

export interface RepublishOptions {
  topic: Topic;
  truth: Truth;
  databaseUrl: string;
  kafka: Kafka;
  codec: Codec;
  outbox: Outbox;
  /** True: nothing is changed, neither the table nor the log. */
  dryRun: boolean;
  /** Written to as the work goes on. */
  report: Report;
  signal: AbortSignal;
  /** The relay has something to do. */
  wakeRelay(): void;
}

/** Another instance of the service is at it. */
export class RepublishRunning extends Error {
  override name = 'RepublishRunning';
}

/**
 * Compares the owner's table with its whole-value topic and repairs what differs, while the service goes on writing. The
 * repair is a change like any other: under the row's lock, through the outbox, published by the relay. Keeps a summary of
 * the log in memory, no values. Throws `RepublishRunning`, or whatever keeps it from its end; it can be run again.
 */
export async function republish(options: RepublishOptions): Promise<void> {
  const { databaseUrl, kafka, codec, topic, report } = options;
  const lost = new AbortController(); // and the lock with it
  const own = { max: 1, idleTimeoutMillis: 0, application_name: 'republish' };
  const pool = createPool(databaseUrl, own, (error) => lost.abort(error));
  const signal = AbortSignal.any([options.signal, lost.signal]);
  try {
    const sql = sqlOf(pool);
    const [lock] = await sql.query<{ mine: boolean }>(`select pg_try_advisory_lock(${REPUBLISH_LOCK}) as mine`);
    if (!lock?.mine) throw new RepublishRunning(`${topic.name} is being republished already`);
    const log = summarise(kafka, codec, topic, (records) => {
      signal.throwIfAborted();
      report.recordsRead += records;
    });
    await log.catchUp();
    report.step = 'walking the table';
    const suspects = await suspectsIn(sql, log, { ...options, signal });
    report.step = 'settling differences';
    await settleAll({ ...options, signal, pool, sql, log }, suspects);
    report.step = 'done';
  } finally {
    await pool.end();
  }
}

/** Keys that seem to differ: the log was read before, so what was changed since is among them. */
async function suspectsIn(sql: Sql, log: LogSummary, options: RepublishOptions): Promise<string[]> {
  const { truth, topic, codec, report, signal } = options;
  const { held } = comparing(codec, topic);
  const remembers = truth.unknown !== undefined;
  const unmet = new Set(log.keys());
  const suspects: string[] = [];
  let rows = await page(sql, truth, undefined, PAGE);
  while (rows.length > 0) {
    signal.throwIfAborted();
    for (const owned of rows) {
      unmet.delete(owned.key);
      if (difference(log.get(owned.key), held(owned), remembers)) suspects.push(owned.key);
    }
    report.compared += rows.length;
    rows = await page(sql, truth, rows.at(-1)!.key, PAGE);
  }
  for (const key of unmet) if (difference(log.get(key), undefined, remembers)) suspects.push(key);
  return suspects;
}
