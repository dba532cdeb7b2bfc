import type { Kafka } from '@offset-zero/kafka';
import type { OutboxRow } from './batch.ts';

/** The shape of a pino logger. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RelayOptions {
  /** Its transactional.id, and `_relay-<service>` is the topic of its progress. */
  service: string;
  /** Not through a pooler of transactions: the lock belongs to the session. */
  databaseUrl: string;
  kafka: Kafka;
  log: Logger;
  /** Rows of one Kafka transaction at most. Default 5000. */
  batch?: number;
  /** How often the outbox is looked at when nobody wakes the relay, in ms. Default 200. */
  pollMs?: number;
  /** After this long without a sign of life the office is free for another instance, in ms. Default 10,000. */
  lockTimeoutMs?: number;
  /**
   * Called with the rows of each Kafka transaction before they are sent; it may add to their headers. What it gives back
   * is called when the transaction is committed, or with the error that ends the term.
   */
  onBatch?: (rows: OutboxRow[]) => (error?: Error) => void;
}

export interface RelayStatus {
  /** `candidate`: another instance publishes, or something that it needs is away. */
  office: 'candidate' | 'active';
  publishedRows: number;
  /** How often this instance has taken office. Again and again means that something ends its terms. */
  terms: number;
  /** ms since 1970. */
  lastPublishedAt?: number;
  /** Why nothing can be published; undefined again when something was, or when there is nothing. */
  lastError?: string;
}

export interface Relay {
  /** Call after a commit that appended: the rows go out at once instead of at the next poll. */
  wake(): void;
  /**
   * Finishes the batch in hand and gives the office back, within 5 s: what hangs longer is left to the next relay. With a
   * broker that does not answer, the process may live on until kafkajs has given up its last request.
   */
  stop(): Promise<void>;
  status(): RelayStatus;
}
