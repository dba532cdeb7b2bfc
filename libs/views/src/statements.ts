import type { Message } from '@offset-zero/messaging';
import type { Statement } from '@offset-zero/postgres';
import { binaryArray } from './binary-array.ts';
import type { ColumnType } from './columns.ts';
import { baseOf, columnList, quoted } from './ddl.ts';
import { lastPerKey } from './fold.ts';
import type { View } from './view.ts';

const HIDDEN: ColumnType[] = ['text', 'bigint', 'bigint', 'boolean'];

/** Where a row was before a rebuild gave its offset the mark "not seen again yet", which is a negative number. */
const SEEN_AT = 'greatest(b._offset, -1 - b._offset)';

/**
 * Applies messages of one partition, in the log's order, as one upsert: the last of each key, unless the row comes from
 * further on in the log. A tombstone empties its row. Gives back a row when a rebuild of the partition is over.
 */
export function applyStatement(view: View, partition: number, next: number, messages: Iterable<Message>): Statement {
  const last = [...lastPerKey(messages).values()];
  const cells = view.columns.map((): unknown[] => []);
  for (const { value } of last) {
    const row = value === null ? undefined : (view.row(value) as Record<string, unknown>);
    view.columns.forEach(({ name }, i) => cells[i]!.push(row?.[name]));
  }
  const hidden = [
    last.map(({ key }) => key),
    last.map(({ offset }) => offset),
    last.map(versionOf),
    last.map(({ value }) => value === null),
  ];
  const types = typesOf(view);
  const arrays = [...hidden, ...cells].map((values, i) => binaryArray(types[i]!, values));
  return { name: `apply_${view.id}`, text: applyText(view), values: [partition, next, ...arrays] };
}

const typesOf = (view: View): ColumnType[] => [...HIDDEN, ...view.columns.map(({ type }) => type)];

/** From the value, or from the header where there is none: a tombstone. Headers are not looked at without need. */
function versionOf(message: Message): number | null {
  const own = (message.value as { version?: unknown } | null)?.version ?? message.version;
  return Number.isSafeInteger(own) ? (own as number) : null;
}

/** Arrays are unnested in the select list: streamed, where `from unnest(…)` would first store all rows. */
function applyText(view: View): string {
  const names = ['_key', '_offset', '_version', '_deleted', ...view.columns.map(({ name }) => quoted(name))];
  const unnested = typesOf(view).map((type, i) => `unnest($${i + 3}::${type}[])`);
  const set = ['_partition', ...names.slice(1)].map((name) => `${name} = excluded.${name}`).join(', ');
  return `with applied as (
    insert into ${baseOf(view)} as b (_partition, ${names.join(', ')})
    select $1::integer, ${unnested.join(', ')}
    on conflict (_key) do update set ${set} where excluded._offset >= ${SEEN_AT}
  )
  select from "views"."rebuild" where id = '${view.id}' and partition = $1 and until_offset <= $2::bigint`;
}

const emptied = (view: View): string =>
  ['_deleted = true', ...view.columns.map(({ name }) => `${quoted(name)} = null`)].join(', ');

/** Every row of a partition is touched, in a transaction that waits for it. */
const timeoutMs = 600_000;

/**
 * The rows of a partition go on serving, marked as not seen again yet: each until its own message comes by or, from
 * another log, where its offset means nothing, any message of its key.
 */
export const markStatements = (view: View, partition: number, until: number, isAnother = false): Statement[] => [
  {
    text: isAnother
      ? `update ${baseOf(view)} set _offset = -1 where _partition = $1`
      : `update ${baseOf(view)} set _offset = -1 - _offset where _partition = $1 and _offset >= 0`,
    values: [partition],
    timeoutMs,
  },
  {
    text: `insert into "views"."rebuild" (id, partition, until_offset) values ($1, $2, $3)
      on conflict (id, partition) do update set until_offset = excluded.until_offset`,
    values: [view.id, partition, until],
  },
];

/** What has not been seen again is no more. */
export const sweepStatements = (view: View, partition: number): Statement[] => [
  {
    text: `update ${baseOf(view)} set ${emptied(view)}, _offset = -1 - _offset where _partition = $1 and _offset < 0`,
    values: [partition],
    timeoutMs,
  },
  { text: `delete from "views"."rebuild" where id = $1 and partition = $2`, values: [view.id, partition] },
];

export const findText = (view: View): string => `select ${columnList(view)} from ${view.table} where _key = $1`;

export const findManyText = (view: View): string =>
  `select _key, ${columnList(view)} from ${view.table} where _key = any($1::text[])`;

export const hasAppliedText = (view: View): string =>
  `select from ${baseOf(view)} where _key = $1 and _version >= $2::bigint`;
