import type { Customer, Line, Order, Product, Stock } from './shop.ts';

export type Value = Record<string, unknown>;

/** A record that a reader of committed ones sees. */
export interface LogRecord<V = Value> {
  topic: string;
  partition: number;
  offset: number;
  key: string;
  /** The name of its Avro record, `OrderPlaced`; null for a tombstone, `undecodable` when the bytes are no value. */
  type: string | null;
  value: V | null;
  headers: Record<string, string>;
}

/** The end is the offset that the next record would get. */
export interface PartitionEnd {
  topic: string;
  partition: number;
  end: number;
}

/** A transaction without an end: readers of committed records wait in front of it. */
export interface OpenTransaction {
  topic: string;
  partition: number;
  producerId: string;
  firstOffset: number;
}

/** What a client asked for, and what it was told in the end. */
export type Write = { id: string; outcome: 'accepted' | 'refused' | 'unknown' } & (
  | { kind: 'customer' | 'product'; key?: string; version?: number; value: Value | null }
  /** `onHand` is what the client was told; 0 when it was told nothing. */
  | { kind: 'receipt'; productId: string; quantity: number; onHand: number }
  | { kind: 'order'; orderId?: string; customerId: string; lines: Line[] }
  | { kind: 'cancellation'; orderId: string }
);

export interface Reservation {
  orderId: string;
  status: string;
}

export interface View {
  service: string;
  /** As declared, `customers`; `id` has the fingerprint too. */
  name: string;
  id: string;
  topic: string;
  rows: ViewRow[];
}

export interface ViewRow {
  key: string;
  partition: number;
  offset: number;
  version: number | null;
  deleted: boolean;
  columns: Value;
}

export interface Position {
  service: string;
  subscription: string;
  topic: string;
  partition: number;
  next: number;
}

/** All that was read after a run, as plain data: the rules need nothing else. */
export interface Facts {
  compaction: 'held' | 'aggressive';
  writes: Write[];
  /** Each partition's records in the order of the log. */
  log: LogRecord[];
  ends: PartitionEnd[];
  openTransactions: OpenTransaction[];
  tables: {
    customer: Customer[];
    /** A deleted product keeps its row, with the version of its tombstone. */
    product: (Product & { deleted: boolean })[];
    stock: Stock[];
    order: Order[];
    reservation: Reservation[];
  };
  views: View[];
  outboxes: { service: string; rows: { eventId: string; topic: string; key: string }[] }[];
  parked: { service: string; subscription: string; topic: string; partition: number; offset: number; code: string }[];
  positions: Position[];
}
