import { Injectable } from '@nestjs/common';
import { type Fact, fact, type Order, topics } from '@offset-zero/contracts';
import type { Sql, Statement } from '@offset-zero/postgres';
import { type Change, Database, type RequestChange } from '@offset-zero/service';
import { type OrderEvent, requestAfter } from './order.ts';

const SELECT = `
  select order_id, version, customer_id, status, reason, lines, amount_minor, currency, placed_at, updated_at
  from orders`;

/** An order that waits for the stock, and until when. */
export interface Waiting {
  orderId: string;
  answerDueAt: Date;
}

/** The truth about orders. */
@Injectable()
export class OrderTable {
  constructor(private readonly database: Database) {}

  async find(orderId: string): Promise<Order | undefined> {
    const [order] = await select(this.database.sql, { name: 'order-find', text: BY_ID, values: [orderId] });
    return order;
  }

  /** As `find`, and nobody else changes the order until the transaction ends. */
  async lock({ sql }: Change, orderId: string): Promise<Order | undefined> {
    const [order] = await select(sql, { name: 'order-lock', text: `${BY_ID} for update`, values: [orderId] });
    return order;
  }

  /** As `lock`, but undefined at once when somebody is changing the order already. */
  async lockFree({ sql }: Change, orderId: string): Promise<Order | undefined> {
    const text = `${BY_ID} for update skip locked`;
    const [order] = await select(sql, { name: 'order-lock-free', text, values: [orderId] });
    return order;
  }

  /** Those whose answer was due by `now`, longest first; after `last` when given. */
  overdue(now: number, last: Waiting | undefined, limit: number): Promise<Waiting[]> {
    return this.database.sql.query<Waiting>({
      name: 'order-overdue',
      text: `select order_id as "orderId", answer_due_at as "answerDueAt" from orders
             where status = 'PLACED' and answer_due_at <= $1
               and ($2::timestamptz is null or (answer_due_at, order_id) > ($2, $3))
             order by answer_due_at, order_id limit $4`,
      values: [new Date(now), last?.answerDueAt ?? null, last?.orderId ?? null, limit],
    });
  }

  /** Newest first; of one customer, or of all, and after the order `last`. Ids are in the order of time. */
  list(customerId: string | undefined, last: string | undefined, limit: number): Promise<Order[]> {
    return select(this.database.sql, {
      text: `${SELECT} where ($1::uuid is null or customer_id = $1) and ($2::uuid is null or order_id < $2)
             order by order_id desc limit $3`,
      values: [customerId ?? null, last ?? null, limit],
    });
  }

  /** The order and everything it sets off, in one round trip. */
  async add(change: RequestChange, order: Order, events: readonly OrderEvent[], answerDueAt: number): Promise<void> {
    const { orderId, version, customerId, status, reason, lines, total, placedAt, updatedAt } = order;
    const statement = {
      name: 'order-add',
      text: `insert into orders (order_id, version, customer_id, status, reason, lines, amount_minor, currency,
                                 placed_at, updated_at, answer_due_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning order_id`,
      values: [
        ...[orderId, version, customerId, status, reason, JSON.stringify(lines), total.amountMinor, total.currency],
        ...[placedAt, updatedAt, answerDueAt].map((ms) => new Date(ms)),
      ],
    };
    await change.write(statement, ...published(order, events));
  }

  /** What happened to a locked order. */
  async change({ sql, append }: Change, order: Order, events: readonly OrderEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { orderId, version, status, reason, updatedAt } = order;
    await sql.query({
      name: 'order-change',
      text: 'update orders set version = $2, status = $3, reason = $4, updated_at = $5 where order_id = $1',
      values: [orderId, version, status, reason, new Date(updatedAt)],
    });
    await append(...published(order, events));
  }
}

const BY_ID = `${SELECT} where order_id = $1`;

/** The whole order, what happened to it, and what the stock is asked for. */
const published = (order: Order, events: readonly OrderEvent[]): Fact[] => [
  fact(topics.order, 'Order', order.orderId, order, order.version),
  ...events.flatMap(({ type, ...event }) =>
    fact(topics.orderEvents, type, order.orderId, event as never, order.version),
  ),
  ...events.flatMap((event) => {
    const request = requestAfter(event);
    if (request === undefined) return [];
    const { type, ...command } = request;
    return fact(topics.stockCommands, type, order.orderId, command as never);
  }),
];

interface Selected {
  order_id: string;
  version: number;
  customer_id: string;
  status: Order['status'];
  reason: string | null;
  lines: Order['lines'];
  amount_minor: number;
  currency: string;
  placed_at: Date;
  updated_at: Date;
}

async function select(sql: Sql, statement: Statement): Promise<Order[]> {
  return (await sql.query<Selected>(statement)).map((row) => ({
    orderId: row.order_id,
    version: row.version,
    customerId: row.customer_id,
    status: row.status,
    reason: row.reason,
    lines: row.lines,
    total: { amountMinor: row.amount_minor, currency: row.currency },
    placedAt: row.placed_at.getTime(),
    updatedAt: row.updated_at.getTime(),
  }));
}
