import type { Sql } from '@offset-zero/postgres';
import type { Owned, Truth } from './truth.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Row {
  key: string;
  version: number;
  _deleted: boolean;
}

const select = ({ table, key, columns, deleted = 'false' }: Truth): string =>
  `select ${key.column}::text as key, version, ${deleted} as _deleted, ${columns} from ${table}`;

/** Keys that the log has but this table cannot have are not asked for. */
const possible = ({ key }: Truth, keys: readonly string[]): readonly string[] =>
  key.type === 'uuid' ? keys.filter((each) => UUID.test(each)) : keys;

const ownedBy =
  (truth: Truth) =>
  ({ _deleted, ...row }: Row): Owned => ({
    key: row.key,
    version: row.version,
    value: _deleted ? null : truth.value(row),
  });

/** The next rows in the order of the keys. */
export async function page(sql: Sql, truth: Truth, after: string | undefined, limit: number): Promise<Owned[]> {
  const { column, type } = truth.key;
  const rows = await sql.query<Row>({
    text: `${select(truth)} where $1::${type} is null or ${column} > $1::${type} order by ${column} limit $2`,
    values: [after ?? null, limit],
  });
  return rows.map(ownedBy(truth));
}

/** Those of `keys` that the table has; with `lock`, nobody else changes them until the transaction ends. */
export async function find(sql: Sql, truth: Truth, keys: readonly string[], lock = false) {
  const { column, type } = truth.key;
  const rows = await sql.query<Row>({
    text: `${select(truth)} where ${column} = any($1::${type}[]) order by ${column} ${lock ? 'for update' : ''}`,
    values: [possible(truth, keys)],
  });
  return new Map(rows.map(ownedBy(truth)).map((owned) => [owned.key, owned]));
}

/** Gives rows that are locked these versions. */
export async function raise(sql: Sql, { table, key }: Truth, versions: ReadonlyMap<string, number>): Promise<void> {
  if (versions.size === 0) return;
  await sql.query({
    text: `update ${table} set version = raised.version
           from unnest($1::${key.type}[], $2::bigint[]) as raised (key, version) where ${key.column} = raised.key`,
    values: [[...versions.keys()], [...versions.values()]],
  });
}

/** Makes the rows of keys that the table did not know. Returns the keys that somebody else was faster with. */
export async function remember(sql: Sql, truth: Truth, versions: ReadonlyMap<string, number>): Promise<Set<string>> {
  const keys = possible(truth, [...versions.keys()]);
  if (truth.unknown === undefined || keys.length === 0) return new Set();
  const columns = Object.keys(truth.unknown);
  const made = await sql.query<{ key: string }>({
    text: `insert into ${truth.table} (${[truth.key.column, 'version', ...columns].join(', ')})
           select unknown.key, unknown.version${columns.map((_, i) => `, $${i + 3}`).join('')}
           from unnest($1::${truth.key.type}[], $2::bigint[]) as unknown (key, version) order by unknown.key
           on conflict do nothing returning ${truth.key.column}::text as key`,
    values: [keys, keys.map((key) => versions.get(key)), ...Object.values(truth.unknown)],
  });
  const ours = new Set(made.map(({ key }) => key));
  return new Set(keys.filter((key) => !ours.has(key)));
}

/** Those of `keys` that have something to be published still. */
export async function queued(sql: Sql, topic: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ key: string }>({
    text: 'select distinct key from outbox where topic = $1 and key = any($2::text[])',
    values: [topic, keys],
  });
  return new Set(rows.map(({ key }) => key));
}
