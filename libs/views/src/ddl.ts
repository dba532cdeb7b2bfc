import { forgetting, isReadWithin } from '@offset-zero/messaging';
import type { View } from './view.ts';

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every key the view has seen: of a deleted one only key, offset and version are left. */
export const baseOf = (view: Pick<View, 'id'>): string => `"views"."${view.id}_all"`;

export const columnList = (view: Pick<View, 'columns'>): string =>
  view.columns.map(({ name }) => quoted(name)).join(', ');

/**
 * A generation of a view that nobody has read into for so long is dropped: deletions do not reach it any more. Long enough
 * to go back to an earlier release without building its views again.
 */
const KEEP_UNUSED = '1 day';

const LOCK = 0x0ff5e7;

/**
 * Makes whatever is missing, in one statement that several instances may send at once. A new table starts without
 * positions: whoever drops a view's table makes it be built again from the start of the log. Needs `messagingSchema`.
 */
export const prepareStatement = (view: View): string => `do $prepare$
begin
  perform pg_advisory_xact_lock(${LOCK});
  create schema if not exists "views";
  create table if not exists "views"."generation" (
    id text primary key,
    view text not null,
    topic text not null,
    created_at timestamptz not null default now()
  );
  create table if not exists "views"."rebuild" (
    id text not null,
    partition integer not null,
    until_offset bigint not null,
    primary key (id, partition)
  );
  if to_regclass('${view.table}') is null then
    ${[...forget(`'${view.id}'`), ...tables(view)].map(execute).join('\n    ')}
  end if;
end
$prepare$`;

/** Drops what earlier versions of the code have left and nobody reads into. Several instances may send it at once. */
export const tidyStatement = (view: View): string => `do $tidy$
declare
  unused text;
begin
  perform pg_advisory_xact_lock(${LOCK});
  for unused in
    select id from "views"."generation" g
    where view = '${view.name}' and id <> '${view.id}' and created_at < now() - interval '${KEEP_UNUSED}'
      and not ${isReadWithin('g.id', KEEP_UNUSED)}
  loop
    execute format('drop table if exists "views".%I cascade', unused || '_all');
    ${forget('unused').join(';\n    ')};
  end loop;
end
$tidy$`;

const forget = (id: string): string[] => [
  ...forgetting(id),
  `delete from "views"."rebuild" where id = ${id}`,
  `delete from "views"."generation" where id = ${id}`,
];

function tables(view: View): string[] {
  const base = baseOf(view);
  const columns = view.columns.map(({ name, type }) => `, ${quoted(name)} ${type}`).join('');
  return [
    `insert into "views"."generation" (id, view, topic) values ('${view.id}', '${view.name}', '${view.topic.name}')`,
    `drop table if exists ${base}`,
    `create table ${base} (_key text primary key, _partition integer not null, _offset bigint not null, ` +
      `_version bigint, _deleted boolean not null${columns})`,
    ...view.extensions.map((name) => `create extension if not exists ${quoted(name)} schema public`),
    ...view.ddl(base),
    `create view ${view.table} as select * from ${base} where not _deleted`,
  ];
}

/** Run when it is its turn, so that one piece of DDL may use what the one before has made. */
const execute = (statement: string): string => `execute $statement$${statement}$statement$;`;
