/** Bytes in the log that are no value of their topic; only operators get them. */
export interface Undecodable {
  code: string;
  detail: string;
  /** The first 4 kB, in base64. */
  bytes: string;
}

/** The data of a `record` event: one record of a topic, decoded. */
export interface LiveRecord {
  topic: string;
  partition: number;
  /** A decimal number. */
  offset: string;
  /** ISO 8601; null when the record has none that can be told. */
  time: string | null;
  /** The record's name in its schema: `Order`; null for a tombstone and for what cannot be decoded. */
  type: string | null;
  key: string | null;
  /** As the schema says; null: the key is no more. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each topic has its own shape
  value: any;
  headers: Record<string, string>;
  undecodable?: Undecodable;
}

/** Why a stream cannot be continued without a gap. */
export type ResetReason =
  'too-old' | 'too-far' | 'retention' | 'unknown-position' | 'unknown-topic' | 'log-changed' | 'invalid-cursor';
