import { relayTopic } from '@offset-zero/contracts';
import { type Kafka, type Producer, readLog, type Transaction } from '@offset-zero/kafka';
import { byTopic, chunks, type OutboxRow } from './batch.ts';
import type { Doorbell } from './doorbell.ts';
import type { Office } from './office.process.ts';
import { within } from './patience.ts';
import { packIds, unpackIds } from './progress.ts';
import type { RelayOptions } from './relay.ts';
import type { Reports } from './reports.ts';
import { deleteRows, nextRows, settleRows } from './statements.ts';

const BATCH_BYTES = 8_000_000;
const PROGRESS_TIMEOUT_MS = 15_000;
const GOODBYE_MS = 2_000;
const PRODUCER = {
  idempotent: true,
  maxInFlightRequests: 1,
  transactionTimeout: 10_000,
  allowAutoTopicCreation: false,
  // The first try after a commit may meet the broker still writing its markers: ask again soon.
  retry: { initialRetryTime: 5, retries: 8, maxRetryTime: 1_000 },
};

/** The stations of a batch; a test can have the process die at any of them. */
export type Station = 'publishing' | 'sent' | 'published' | 'settled';

export interface TermOptions {
  service: string;
  kafka: Kafka;
  office: Office;
  /** Rows of one transaction at most. */
  batch: number;
  pollMs: number;
  doorbell: Doorbell;
  /** Ends the term after the batch in hand. */
  signal: AbortSignal;
  reports: Pick<Reports, 'settled' | 'published' | 'foundNothing'>;
  onBatch: NonNullable<RelayOptions['onBatch']>;
  onStation(station: Station, rows: number): void;
}

/**
 * One term of office: fence every predecessor, settle the batch it may have left behind, then publish until told to stop
 * or until anything fails. Whatever fails, an unknown outcome included, is thrown and ends the term; its producer is never
 * used again. The invariant: at most one committed Kafka batch is not yet deleted from the outbox, and the last record of
 * the progress topic names exactly its rows.
 */
export async function serve(options: TermOptions): Promise<void> {
  const { service, kafka, office, reports } = options;
  const producer = kafka.producer({ ...PRODUCER, transactionalId: service });
  try {
    const fencing = producer.connect().then(() => producer.transaction()); // InitProducerId: no predecessor can commit now
    const transaction = await office.during(fencing);
    const last = await office.during(lastProgress(kafka, service));
    reports.settled((await office.sql.query({ ...settleRows, values: [last] })).length);
    await publishAll(producer, transaction, options);
  } finally {
    await office.during(goodbye(producer));
  }
}

/** While a full batch is on its way, the one before is deleted and the one after is read. */
async function publishAll(producer: Producer, first: Transaction, options: TermOptions): Promise<void> {
  const { service, office, batch, pollMs, doorbell, signal, reports, onBatch, onStation } = options;
  const read = (after = 0, inHand = 0) =>
    office.sql.query<OutboxRow>({ ...nextRows, values: [batch, BATCH_BYTES, after, inHand] });
  let transaction = first;
  let ahead: OutboxRow[] = [];
  let published: OutboxRow[] = [];
  const settle = async () => {
    if (published.length === 0) return;
    await office.sql.query({ ...deleteRows, values: [published.map(({ id }) => id)] });
    onStation('settled', published.length);
    published = [];
  };

  while (!signal.aborted) {
    doorbell.reset();
    const rows = ahead.length > 0 ? ahead : await read();
    if (rows.length === 0) {
      reports.foundNothing();
      await doorbell.wait(pollMs);
      continue;
    }
    onStation('publishing', rows.length);
    const tell = onBatch(rows);
    const sending = send(transaction, rows, service);
    sending.catch(() => {}); // awaited below, unless the database fails first
    try {
      await settle(); // before the next commit: only the last batch is on record
      ahead = rows.length === batch ? await read(rows.at(-1)!.id, rows.length) : [];
      await office.during(sending);
      onStation('sent', rows.length);
      await office.during(transaction.commit());
    } catch (error) {
      tell(error as Error);
      throw error;
    }
    onStation('published', rows.length);
    tell();
    published = rows;
    reports.published(rows.length);
    if (ahead.length === 0) await settle();
    transaction = await producer.transaction(); // known to this process only until something is sent
  }
  await settle();
}

async function send(transaction: Transaction, rows: OutboxRow[], service: string): Promise<void> {
  const progress = { key: service, value: packIds(rows.map(({ event_id }) => event_id)) };
  const runs = [...chunks(rows)];
  for (const [i, run] of runs.entries()) {
    const isLast = i === runs.length - 1;
    const topicMessages = [
      ...byTopic(run),
      ...(isLast ? [{ topic: relayTopic(service).name, messages: [progress] }] : []),
    ];
    await transaction.sendBatch({ acks: -1, topicMessages });
  }
}

/** The event ids in the last committed record of the progress topic. They mean something only after InitProducerId. */
async function lastProgress(kafka: Kafka, service: string): Promise<string[]> {
  let last: Buffer | null = null;
  const reading = readLog(kafka, relayTopic(service).name, (records) => {
    last = records.at(-1)?.value ?? last;
  });
  await within(PROGRESS_TIMEOUT_MS, reading, 'the progress topic cannot be read');
  return last === null ? [] : unpackIds(last);
}

/** A broker that is away must not keep the relay from stopping. */
async function goodbye(producer: Producer): Promise<void> {
  await within(GOODBYE_MS, producer.disconnect(), 'no answer').catch(() => {});
}
