import type { Statement } from '@offset-zero/postgres';

type Named = Statement & { name: string };

/** The facts as five arrays from parameter `first` on, inserted in their order. */
const insertFacts = (first: number, condition = '') => `
insert into outbox (event_id, topic, key, value, headers)
select event_id, topic, key, value, headers
from unnest($${first}::uuid[], $${first + 1}::text[], $${first + 2}::text[], $${first + 3}::bytea[], $${first + 4}::json[])
  with ordinality as fact (event_id, topic, key, value, headers, place)
${condition} order by place`;

export const appendStatement: Named = { name: 'outbox-append', text: insertFacts(1) };

const combined = new Map<string, { of: string; named: Named }>();

/**
 * The statement with the insertion of its facts, as one. The condition does two things: a change that found no row
 * publishes nothing, and the outbox ids are drawn only after the change holds the locks of its rows, which is what keeps
 * the rows of one aggregate in the order of its versions. Postgres promises no order among the parts of a WITH but this
 * one; `exists` would wait for the first row only.
 * Throws when a name stands for two texts, as Postgres does with prepared statements.
 */
export function appending(statement: Named): Named {
  const known = combined.get(statement.name);
  if (known?.of === statement.text) return known.named;
  if (known) throw new Error(`two statements have the name ${statement.name}`);
  const first = (statement.values?.length ?? 0) + 1;
  const text = `with changed as (${statement.text}),
published as (${insertFacts(first, 'where (select count(*) from changed) > 0')})
select * from changed`;
  const named = { name: `${statement.name}+outbox`, text };
  combined.set(statement.name, { of: statement.text, named });
  return named;
}

/**
 * The next rows to publish: at most $1, and no more than $2 bytes of values unless the first alone has more. They follow
 * the id $3, and there are none unless $4 rows lead up to it. From the start of the table both are 0. To look beyond a
 * batch in hand they are its last id and its length: one more row means that something has committed late, which must
 * not be passed over for a later row of its key.
 */
export const nextRows: Named = {
  name: 'outbox-next',
  text: `
select id, event_id, topic, key, value, headers
from (select page.*, sum(coalesce(octet_length(value), 0)) over (order by id) - coalesce(octet_length(value), 0) as before
      from (select * from outbox where id > $3 order by id limit $1) as page) as counted
where before <= $2 and (select count(*) from outbox where id <= $3) = $4
order by id`,
};

export const deleteRows: Named = { name: 'outbox-delete', text: 'delete from outbox where id = any($1::bigint[])' };

/** By event id: what a predecessor published and could not delete any more. */
export const settleRows: Named = {
  name: 'outbox-settle',
  text: 'delete from outbox where event_id = any($1::uuid[]) returning id',
};

export const depth: Named = {
  name: 'outbox-depth',
  text: `
select count(*) as rows,
       coalesce(extract(epoch from clock_timestamp() - (select appended_at from outbox order by id limit 1)), 0)::float8
         as "oldestSeconds"
from outbox`,
};
