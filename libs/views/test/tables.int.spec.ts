import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { view } from '../src/index.ts';
import { customer, customersIn, fixture, type Fixture, message } from './customers.ts';

const current = customersIn(topics.customer);
const next = view({
  name: 'customers',
  from: topics.customer,
  row: ({ firstName, lastName }) => ({ name: `${firstName} ${lastName}` }),
});

let db: Fixture;
beforeEach(async () => {
  db = await fixture();
});
afterEach(() => db?.drop());

const tables = async () => {
  const rows = await db.sql.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'views' and table_type = 'VIEW'`,
  );
  return rows.map(({ name }) => name).sort();
};

const readTo = (id: string, daysAgo = 0) =>
  db.sql.query(
    `insert into messaging.position (subscription, topic, partition, next_offset, updated_at)
     values ($1, 'customer', 0, 10, now() - make_interval(days => $2))`,
    [id, daysAgo],
  );

const position = async (id: string) =>
  (await db.sql.query('select next_offset from messaging.position where subscription = $1', [id])).length;

describe('the tables of a view', () => {
  it('are made once, by however many instances at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => db.prepare(current)));
    await db.apply(current, [message(0, 'a', customer())]);
    await db.prepare(current);
    expect(await db.rowsOf(current)).toHaveLength(1);
  });

  it('stand side by side for two versions of the code', async () => {
    await db.prepare(current);
    await db.prepare(next);
    await db.apply(current, [message(0, 'a', customer({ lastName: 'Old' }))]);
    await db.apply(next, [message(0, 'a', customer({ firstName: 'Brand', lastName: 'New' }))]);
    expect(await current.find(db.sql, 'a')).toMatchObject({ lastName: 'Old' });
    expect(await next.find(db.sql, 'a')).toEqual({ name: 'Brand New' });
  });

  it('of an earlier version go when nobody has read into them for a day, with their positions', async () => {
    await db.prepare(current);
    await readTo(current.id, 2);
    await db.prepare(next);
    await next.subscription().tidy!(db.sql);
    expect(await tables()).toEqual([current.id, next.id].sort());
    await db.sql.query(`update "views"."generation" set created_at = now() - interval '2 days'`);
    await next.subscription().tidy!(db.sql);
    expect(await tables()).toEqual([next.id]);
    expect(await position(current.id)).toBe(0);
  });

  it('of an earlier version stay while it is running', async () => {
    await db.prepare(current);
    await db.sql.query(`update "views"."generation" set created_at = now() - interval '2 days'`);
    await readTo(current.id);
    await db.prepare(next);
    await next.subscription().tidy!(db.sql);
    expect(await tables()).toEqual([current.id, next.id].sort());
    expect(await position(current.id)).toBe(1);
  });

  it('are built anew from the start of the log when somebody drops them', async () => {
    await db.prepare(current);
    await readTo(current.id);
    await db.sql.query(`drop table "views"."${current.id}_all" cascade`);
    await db.prepare(current);
    expect(await position(current.id)).toBe(0);
    expect(await db.rowsOf(current)).toEqual([]);
  });

  it('have what a search needs, made by the owner of the database', async () => {
    const searchable = view({
      name: 'searchable',
      from: topics.customer,
      row: ({ customerId, firstName, lastName }) => ({ customerId, name: `${firstName} ${lastName}` }),
      extensions: ['pg_trgm', 'unaccent'],
      indexes: (table) => [
        `create or replace function "views".normal(text) returns text immutable strict language sql
         as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$`,
        `alter table ${table} add column searched text generated always as ("views".normal(name)) stored`,
        `create index on ${table} using gin (searched gin_trgm_ops)`,
      ],
    });
    await db.prepare(searchable);
    await db.apply(searchable, [
      message(0, 'm', customer({ firstName: 'Änna', lastName: 'Müller' })),
      message(1, 's', customer({ firstName: 'Grace', lastName: 'Smith' })),
      message(2, 'd', customer({ firstName: 'Anna', lastName: 'Mueller' })),
      message(3, 'd', null, 2),
    ]);
    const found = await db.sql.query(
      `select name from ${searchable.table} where "views".normal($1) <% searched
       order by word_similarity("views".normal($1), searched) desc`,
      ['Muler Anna'],
    );
    expect(found).toEqual([{ name: 'Änna Müller' }]);
    expect(await searchable.find(db.sql, 's')).not.toHaveProperty('searched');
  });
});
