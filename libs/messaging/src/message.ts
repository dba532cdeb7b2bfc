/** One record of a topic as handlers and views get it: decoded into this service's own schema. */
export interface Message<V = object> {
  topic: string;
  partition: number;
  offset: number;
  key: string;
  /** The record's name in the schema, like `OrderPlaced`; `''` for a tombstone. */
  record: string;
  /** Null for a tombstone. */
  value: V | null;
  /** The version of the thing, where the publisher counts them. */
  version?: number;
  /** The event's id: `ce_id`, or `topic/partition/offset` when the publisher set none. */
  id: string;
  /** When it was written to the log, ms since 1970. */
  time: number;
  headers: Record<string, string>;
}
