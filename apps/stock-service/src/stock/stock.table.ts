import { Injectable } from '@nestjs/common';
import { type Fact, fact, type ReservationLine, type Stock, topics } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { type Change, Database } from '@offset-zero/service';
import { productsView } from '../views/products.view.ts';
import { type Answer, linesHeld, nothingReceived, type StockEvent, type Warehouse } from './stock.ts';

const COLUMNS = `product_id as "productId", version, on_hand as "onHand", reserved`;
const STATUS = { StockReserved: 'RESERVED', StockRejected: 'REJECTED', StockReleased: 'RELEASED' };

/** The truth about the warehouse. Locks: the order's row first, then products in the order of their ids. */
@Injectable()
export class StockTable {
  constructor(private readonly database: Database) {}

  /** Those that were ever received. */
  find(productIds: readonly string[]): Promise<Stock[]> {
    const text = `select ${COLUMNS} from stock where product_id = any($1)`;
    return this.database.sql.query<Stock & object>({ name: 'stock-find', text, values: [productIds] });
  }

  /** What a receipt of a known product touches. */
  async lockProduct({ sql }: Change, productId: string): Promise<Warehouse> {
    const [stock] = await sql.query<Stock & object>(
      `insert into stock (product_id, version, on_hand, reserved) values ($1, 0, 0, 0)
       on conflict (product_id) do update set product_id = excluded.product_id returning ${COLUMNS}`,
      [productId],
    );
    return { products: new Map([[productId, stock!]]), answers: new Map() };
  }

  /** What an order touches: its row, the products of `lines` and those it holds. */
  async lockOrder({ sql }: Change, orderId: string, lines: readonly ReservationLine[]): Promise<Warehouse> {
    const [row] = await sql.query<{ answer: Answer }>({
      name: 'reservation-lock',
      text: 'select answer from reservation where order_id = $1 for update',
      values: [orderId],
    });
    const productIds = [...lines, ...linesHeld(row?.answer)].map(({ productId }) => productId);
    return {
      products: await lockProducts(sql, productIds),
      answers: new Map(row ? [[orderId, row.answer]] : []),
    };
  }

  /** Writes what differs, and publishes the events and the stock of the products that changed. */
  async save({ sql, append }: Change, before: Warehouse, after: Warehouse, events: StockEvent[]): Promise<void> {
    const changed = [...after.products.values()].filter((stock) => stock !== before.products.get(stock.productId));
    const answers = [...after.answers.values()].filter((answer) => answer !== before.answers.get(answer.orderId));
    if (changed.length + answers.length > 0) await write(sql, changed, answers);
    await append(...changed.map(stockFact), ...events.map(eventFact));
  }
}

/** Locks all products of a batch at once, so that batches of several partitions queue up instead of deadlocking. */
export async function lockForBatch(commands: readonly { orderId: string; lines?: ReservationLine[] }[], sql: Sql) {
  if (commands.length === 1) return;
  const productIds = commands.flatMap(({ lines = [] }) => lines.map(({ productId }) => productId));
  const releasing = commands.filter(({ lines }) => lines === undefined).map(({ orderId }) => orderId);
  await sql.query({
    name: 'stock-lock-batch',
    text: `select from stock where product_id in (
             select unnest($1::text[])
             union select line ->> 'productId' from reservation, jsonb_array_elements(answer -> 'lines') line
             where order_id = any($2) and status = 'RESERVED')
           order by product_id for update`,
    values: [productIds, releasing],
  });
}

async function lockProducts(sql: Sql, productIds: readonly string[]): Promise<Map<string, Stock>> {
  if (productIds.length === 0) return new Map();
  const rows = await sql.query<Stock & object>({
    name: 'stock-lock',
    text: `select ${COLUMNS} from stock where product_id = any($1) order by product_id for update`,
    values: [productIds],
  });
  const products = new Map(rows.map((stock) => [stock.productId, stock]));
  const missing = productIds.filter((productId) => !products.has(productId));
  if (missing.length === 0) return products;
  const known = await productsView.findMany(sql, missing);
  for (const productId of known.keys()) products.set(productId, nothingReceived(productId));
  return products;
}

async function write(sql: Sql, stocks: Stock[], answers: Answer[]): Promise<void> {
  await sql.query({
    name: 'stock-write',
    text: `with changed as (
             update stock set version = c.version, on_hand = c.on_hand, reserved = c.reserved
             from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) c (product_id, version, on_hand, reserved)
             where stock.product_id = c.product_id)
           insert into reservation (order_id, status, answer)
           select * from unnest($5::text[], $6::text[], $7::jsonb[])
           on conflict (order_id) do update set status = excluded.status, answer = excluded.answer`,
    values: [
      stocks.map(({ productId }) => productId),
      stocks.map(({ version }) => version),
      stocks.map(({ onHand }) => onHand),
      stocks.map(({ reserved }) => reserved),
      answers.map(({ orderId }) => orderId),
      answers.map(({ type }) => STATUS[type]),
      answers.map((answer) => JSON.stringify(answer)),
    ],
  });
}

const stockFact = (stock: Stock): Fact => fact(topics.stock, 'Stock', stock.productId, stock, stock.version);

function eventFact({ type, ...event }: StockEvent): Fact {
  const key = 'orderId' in event ? event.orderId : event.productId;
  return fact(topics.stockEvents, type, key, event as never);
}
