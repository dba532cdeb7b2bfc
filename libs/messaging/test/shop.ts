import type { Topic } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { type Message, Missing, type Runner, type RunnerOptions, startRunner } from '../src/index.ts';
import * as world from './world.ts';

/** Orders that need their customers before them: two topics, one service. */
export interface Shop {
  database: world.Database;
  service: string;
  customers: Topic;
  orders: Topic;
}

export async function newShop(partitions = 1): Promise<Shop> {
  const [database, customers, orders] = await Promise.all([
    world.newDatabase(),
    world.newTopic({ like: world.stock, partitions }),
    world.newTopic({ partitions }),
  ]);
  await database.sql.query('create table customer (key text primary key, n bigint not null)');
  return { database, service: world.service(), customers, orders };
}

export interface Handlers {
  /** The customers that an order refers to. */
  needs?: (order: Message) => string[];
  /** After an order has found that a customer is missing, and before it says so. */
  afterLook?: (customer: string) => Promise<void>;
  customer?: (message: Message, sql: Sql) => Promise<unknown>;
  order?: (message: Message, sql: Sql) => Promise<unknown>;
  subscribe?: ('customers' | 'orders')[];
}

const CUSTOMER = 'c';

/** A deleted customer is known too: what will never come again must not be waited for. */
export const keepCustomer = ({ key, ...message }: Message, sql: Sql) =>
  sql.query('insert into customer values ($1, $2) on conflict (key) do update set n = excluded.n', [
    key,
    world.nOf({ key, ...message }),
  ]);

export interface Instance {
  runner: Runner;
  warned: string[];
}

export async function runShop(
  { database, service, customers, orders }: Shop,
  handlers: Handlers = {},
  options: Partial<RunnerOptions> = {},
): Promise<Instance> {
  const { needs = () => [CUSTOMER], afterLook, customer = keepCustomer, order = world.record } = handlers;
  const { subscribe = ['customers', 'orders'] } = handlers;
  const warned: string[] = [];
  const ignore = () => {};
  const warn = (_fields: object, message: string) => void warned.push(message);
  const all = [
    {
      name: 'customers',
      topic: customers,
      supersede: true,
      async apply(messages: Message[], sql: Sql) {
        for (const message of messages) await customer(message, sql);
      },
    },
    {
      name: 'orders',
      topic: orders,
      supersede: false,
      async apply(messages: Message[], sql: Sql) {
        for (const message of messages) {
          for (const key of needs(message)) {
            if ((await sql.query('select from customer where key = $1', [key])).length > 0) continue;
            await afterLook?.(key);
            throw new Missing(customers.name, key);
          }
          await order(message, sql);
        }
      },
    },
  ];
  const runner = await startRunner({
    service,
    databaseUrl: database.url,
    kafka: world.kafka,
    codec: world.codec,
    log: { debug: ignore, info: ignore, warn, error: warn },
    onFatal: (problem) => warned.push(problem.code),
    ...options,
    subscriptions: all.filter(({ name }) => (subscribe as string[]).includes(name)),
  });
  world.stopAtTheEnd(runner);
  return { runner, warned };
}

export const customer = (key: string, n: number) => ({ key, value: n < 0 ? null : world.stockValue(key, n) });
export const order = (key: string, n: number) => ({ key, value: world.numbered(key, n) });

export const statusOf = ({ runner }: Instance, name: 'customers' | 'orders') =>
  runner.status().find((status) => status.name === name)!;

/** What is put aside, in the order of the log. */
export const aside = ({ database }: Shop) =>
  database.sql.query<{ key: string; code: string; waits_for: string | null; tries: number }>(
    `select convert_from(key, 'UTF8') as key, code, waits_for, json_array_length(history) as tries
     from messaging.parked order by topic, partition, "offset"`,
  );

export const NEVER = 3_600_000;
