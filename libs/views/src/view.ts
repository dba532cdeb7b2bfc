import { type Records, samplesOf, type Topic, valueRecordOf } from '@offset-zero/contracts';
import type { Subscription } from '@offset-zero/messaging';
import type { Sql } from '@offset-zero/postgres';
import { type Column, columnsOf } from './columns.ts';
import { fingerprintOf } from './fingerprint.ts';
import { find, findMany, hasApplied } from './read.table.ts';
import { subscriptionOf } from './subscription.table.ts';

export interface ViewOptions<R extends Records, Row extends object> {
  /** Lower case, digits and `_`; at most 40 characters. */
  name: string;
  /** A whole-value topic. */
  from: Topic<R>;
  /** What the view keeps of a value: plain JSON. Pure, and never null for a value that may be published. */
  row: (value: R[keyof R]) => Row;
  /** To be raised when `row` changes in a way that the samples of the schema do not show. Default 1. */
  version?: number;
  /** More DDL for the new table, given its quoted name: generated columns, indexes without a name. Runs once. */
  indexes?: (table: string) => string[];
  /** Trusted extensions that the DDL needs, put into the schema `public`. */
  extensions?: string[];
}

/** A view is a value: the fold of its topic, kept in a table of the service's own database. */
export interface View<Row extends object = object> {
  readonly name: string;
  readonly topic: Topic;
  /** Of the view's behaviour: eight hex digits. */
  readonly fingerprint: string;
  /** The view's name with its fingerprint: also the name of its subscription. */
  readonly id: string;
  /** Where to read its rows in SQL: quoted, with the schema. Columns are the row's properties and `_key`. */
  readonly table: string;
  readonly columns: readonly Column[];
  readonly extensions: readonly string[];
  /** The extra DDL for a table. */
  ddl(table: string): string[];
  /** What the view keeps of a value, as declared. */
  row(value: object): Row;
  /** What fills it. */
  subscription(): Subscription;
  find(sql: Sql, key: string): Promise<Row | undefined>;
  /** The rows of those keys that are known, by key. */
  findMany(sql: Sql, keys: readonly string[]): Promise<Map<string, Row>>;
  /** Whether the view has applied at least this version of `key`, a deletion included. */
  hasApplied(sql: Sql, key: string, version: number): Promise<boolean>;
}

const NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** Declares a view. Throws when the topic has no whole values, or a row cannot be kept in columns. */
export function view<R extends Records, Row extends object>(options: ViewOptions<R, Row>): View<Row> {
  const { name, row, version = 1, extensions = [], indexes = () => [] } = options;
  if (!NAME.test(name)) throw new TypeError(`${name} is not a name for a view: ${NAME.source}`);
  const topic = options.from as unknown as Topic;
  const examples = [valueRecordOf(topic).sample, ...samplesOf(topic).map(({ value }) => value)];
  const rows = examples.map((value) => row(value as R[keyof R]));
  const columns = columnsOf(rows);
  const ddl = indexes('the table');
  const fingerprint = fingerprintOf({ topic: topic.name, columns, rows, version, extensions, ddl });
  const id = `${name}_${fingerprint}`;
  const self: View<Row> = {
    name,
    topic,
    fingerprint,
    id,
    table: `"views"."${id}"`,
    columns,
    extensions,
    ddl: indexes,
    row: (value) => row(value as R[keyof R]),
    subscription: () => subscriptionOf(self),
    find: (sql, key) => find(self, sql, key),
    findMany: (sql, keys) => findMany(self, sql, keys),
    hasApplied: (sql, key, wanted) => hasApplied(self, sql, key, wanted),
  };
  return self;
}
