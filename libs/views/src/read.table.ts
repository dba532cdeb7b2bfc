import type { Sql } from '@offset-zero/postgres';
import { findManyText, findText, hasAppliedText } from './statements.ts';
import type { View } from './view.ts';

export async function find<Row extends object>(view: View<Row>, sql: Sql, key: string): Promise<Row | undefined> {
  const [row] = await sql.query<Row>({ name: `find_${view.id}`, text: findText(view), values: [key] });
  return row;
}

export async function findMany<Row extends object>(
  view: View<Row>,
  sql: Sql,
  keys: readonly string[],
): Promise<Map<string, Row>> {
  if (keys.length === 0) return new Map();
  const statement = { name: `many_${view.id}`, text: findManyText(view), values: [keys] };
  const rows = await sql.query<Row & { _key: string }>(statement);
  return new Map(rows.map(({ _key, ...row }) => [_key, row as unknown as Row]));
}

export async function hasApplied(view: View, sql: Sql, key: string, version: number): Promise<boolean> {
  const statement = { name: `seen_${view.id}`, text: hasAppliedText(view), values: [key, version] };
  return (await sql.query(statement)).length > 0;
}
