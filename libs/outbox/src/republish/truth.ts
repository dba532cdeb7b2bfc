/**
 * How a table gives the values of a whole-value topic: one row per key with a `version`. All that republishing has to
 * know of a service. Names and expressions are SQL out of the code, never out of a request.
 */
export interface Truth<Row extends object = object> {
  /** By name: the topic is in the table of topics. */
  topic: string;
  table: string;
  key: { column: string; type: 'text' | 'uuid' };
  /** The rest of the select list. */
  columns: string;
  /** The condition under which a row is a gravestone. Without it a deleted row is gone. */
  deleted?: string;
  /**
   * The columns of the row that a key gets which the log knows and the table does not: a gravestone, or zeros. Without
   * it none is made, which is right only where an id that was deleted never comes back.
   */
  unknown?: Record<string, string | number | boolean>;
  /** The value as it is published. */
  value(row: Row & { key: string; version: number }): object;
}

/** What the owner's table says of a key. */
export interface Owned {
  key: string;
  version: number;
  /** Null for a gravestone. */
  value: object | null;
}
