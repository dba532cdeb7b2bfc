import { type Customer, type Topic, topics } from '@offset-zero/contracts';
import { type Message, messagingSchema } from '@offset-zero/messaging';
import { transaction } from '@offset-zero/postgres';
import { type FreshDatabase, freshDatabase } from '@offset-zero/testing';
import { type View, view } from '../src/index.ts';

export const customer = (changes: Partial<Customer> = {}): Customer => ({
  ...topics.customer.records.Customer.sample,
  ...changes,
});

export const customersIn = (from: Topic<{ Customer: Customer }>) =>
  view({
    name: 'customers',
    from,
    row: ({ customerId, lastName, registeredAt, address }) => ({ customerId, lastName, registeredAt, address }),
  });

/** A message at `offset` of partition 0. */
export const message = (offset: number, key: string, value: object | null, version?: number): Message => ({
  topic: 'customer',
  partition: 0,
  offset,
  key,
  record: value === null ? '' : 'Customer',
  value,
  version,
  id: `customer/0/${offset}`,
  time: 0,
  headers: {},
});

export interface Fixture extends FreshDatabase {
  prepare(view: View): Promise<void>;
  /** One batch in one transaction, as the runner does it. The batch ends at its last message, or at `next`. */
  apply(view: View, messages: Message[], next?: number): Promise<void>;
  rebuild(view: View, log: { low: number; end: number; isAnother?: boolean }): Promise<void>;
  rowsOf(view: View): Promise<object[]>;
}

/** A service's database with the runner's tables. */
export async function fixture(): Promise<Fixture> {
  const database = await freshDatabase('views');
  const { pool, sql } = database;
  await sql.query(messagingSchema);
  return {
    ...database,
    prepare: (view) => view.subscription().prepare!(sql),
    async apply(view, messages, next = (messages.at(-1)?.offset ?? -1) + 1) {
      await transaction(pool, (sql) =>
        view.subscription().apply(messages, sql, { partition: 0, next, replaying: false }),
      );
    },
    rebuild: (view, log) =>
      transaction(pool, (sql) => view.subscription().rebuild!(0, sql, { isAnother: false, ...log })),
    async rowsOf(view) {
      const keys = await sql.query<{ _key: string }>(`select _key from ${view.table} order by _key`);
      const rows = await view.findMany(
        sql,
        keys.map(({ _key }) => _key),
      );
      return keys.map(({ _key }) => rows.get(_key)!);
    },
  };
}
