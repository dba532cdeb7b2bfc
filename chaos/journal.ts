export type Operation =
  | 'customer.create'
  | 'customer.replace'
  | 'customer.delete'
  | 'product.create'
  | 'product.replace'
  | 'stock.receive'
  | 'order.place'
  | 'order.cancel';

/** One write as the client knows it. Times are ms since 1970. */
export interface JournalEntry {
  /** Its number in the run; 1 is the first. */
  id: number;
  /** When it was first sent. */
  at: number;
  op: Operation;
  /** customerId, productId or orderId, as soon as it is known: for what the service names, from the answer on. */
  key?: string;
  /** The body that was sent; `{}` where there is none. */
  request: object;
  /** Of every POST. */
  idempotencyKey?: string;
  /** Of every PUT and DELETE: the version that it was to replace. */
  ifMatch?: number;
  /**
   * `accepted` = 2xx and `refused` = 4xx are definite. `unknown` = nobody told the client: a reset, a time-out, a 5xx.
   * At the end of a run no entry is unknown, unless the system never answered again.
   */
  outcome: 'accepted' | 'refused' | 'unknown';
  status?: number;
  /** The answer. Of a refusal it is the problem, with its `code`. */
  body?: Record<string, unknown>;
  /** The version of customer or product after an accepted write: that of its ETag; for a deletion the tombstone's. */
  version?: number;
  answeredAt?: number;
  /**
   * How an outcome became known that was `unknown` at first. `replay`: the same request, sent again, took effect or was
   * given the first one's answer. `read`: the repeated PUT or DELETE found its version taken, by the first one (412 with
   * currentVersion = ifMatch + 1, or 404): nobody else writes to this key.
   */
  resolvedBy?: 'replay' | 'read';
  /** How often it was sent. */
  attempts: number;
}

/** The entries of a journal file: a line is written before a request is sent and after each answer, and the last counts. */
export function entriesOf(lines: string): JournalEntry[] {
  const entries = new Map<number, JournalEntry>();
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line) as JournalEntry;
    entries.set(entry.id, entry);
  }
  return [...entries.values()];
}
