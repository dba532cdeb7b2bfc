import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { servers } from './by-hand.ts';

/** All tables that the checker reads, of all services, in one database: a row or two in each, as services would leave them. */
const TABLES = `
create table customer (customer_id uuid, version bigint, first_name text, last_name text, email text, category text,
  street text, postal_code text, city text, country text, registered_at timestamptz, updated_at timestamptz, deleted boolean);
create table product (product_id text, version bigint, name text, description text, category text, amount_minor bigint,
  currency text, deleted boolean);
create table stock (product_id text, version bigint, on_hand bigint, reserved bigint);
create table reservation (order_id text, status text, answer jsonb);
create table orders (order_id uuid, version bigint, customer_id uuid, status text, reason text, lines jsonb,
  amount_minor bigint, currency text, placed_at timestamptz, updated_at timestamptz, answer_due_at timestamptz);
create table outbox (id bigint, event_id uuid, topic text, key text, value bytea, headers json);
create schema messaging;
create table messaging.position (subscription text, topic text, partition integer, next_offset bigint);
create table messaging.parked (subscription text, topic text, partition integer, "offset" bigint, code text);
create schema views;
create table views.generation (id text, view text, topic text);
create table views.customers_12345678_all (_key text, _partition integer, _offset bigint, _version bigint,
  _deleted boolean, "customerId" text, address jsonb);

insert into customer values ('01900000-0000-7000-8000-000000000001', 3, 'Änna', 'Müller', '', 'B',
  'Weg 1', '3000', 'Bern', 'CH', 'epoch', '2026-11-21T12:00:00.123Z', false),
  ('01900000-0000-7000-8000-000000000003', 2, '', '', '', 'UNKNOWN', '', '', '', '', 'epoch', 'epoch', true);
insert into product values ('knife', 2, 'Knife', '', 'Tools', 9007199254740991, 'CHF', true);
insert into stock values ('knife', 4, 10, 3);
insert into reservation values ('o', 'RESERVED', '{}');
insert into orders values ('01900000-0000-7000-8000-000000000002', 2, '01900000-0000-7000-8000-000000000001', 'REJECTED',
  'insufficient-stock', '[{"productId": "knife", "quantity": 3}]', 7, 'CHF', 'epoch', 'epoch', 'epoch');
insert into outbox values (1, '01900000-0000-7000-8000-000000000003', 'order', 'o', null, '{}');
insert into messaging.position values ('customers_12345678', 'customer', 5, 4711);
insert into messaging.parked values ('stock-events', 'stock-events', 1, 17, 'undecodable');
insert into views.generation values ('customers_12345678', 'customers', 'customer');
insert into views.customers_12345678_all values ('a', 5, 4710, 3, false, 'a', '{"city": "Bern"}'), ('b', 5, 4, 2, true, null, null);
`;

export async function databaseByHand(): Promise<{ url: string; empty: string; drop(): Promise<void> }> {
  const name = `check_${randomBytes(6).toString('hex')}`;
  const names = [name, `${name}_empty`];
  const [url, empty] = names.map(
    (database) => Object.assign(new URL(servers.postgresUrl), { pathname: database }).href,
  );
  await run(servers.postgresUrl, ...names.map((database) => `create database ${database}`));
  await run(url!, TABLES);
  const dropping = names.map((database) => `drop database if exists ${database} with (force)`);
  return { url: url!, empty: empty!, drop: () => run(servers.postgresUrl, ...dropping) };
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
