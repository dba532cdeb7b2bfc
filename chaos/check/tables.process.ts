import pg from 'pg';
import type { Facts, Value, View, ViewRow } from './facts.ts';

const BIGINT = 20;

/** Runs `work` with a query function on a connection of its own; bigints come as numbers. */
export async function reading<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const getTypeParser = ((oid: number, format: 'text') =>
    oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query<never>(text, values)).rows);
  } finally {
    await client.end();
  }
}

export type Query = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;
const MONEY = `json_build_object('amountMinor', amount_minor, 'currency', currency)`;

/** The owners' tables, each row in the shape of its topic's values. */
export const OWNED = {
  customer: {
    service: 'customer-service',
    text: `select customer_id as "customerId", version, first_name as "firstName", last_name as "lastName", email, category,
             json_build_object('street', street, 'postalCode', postal_code, 'city', city, 'country', country) as address,
             ${MS('registered_at')} as "registeredAt", ${MS('updated_at')} as "updatedAt" from customer where not deleted`,
  },
  product: {
    service: 'product-service',
    text: `select product_id as "productId", version, name, description, category, ${MONEY} as price, deleted from product`,
  },
  stock: {
    service: 'stock-service',
    text: `select product_id as "productId", version, on_hand as "onHand", reserved from stock`,
  },
  order: {
    service: 'order-service',
    text: `select order_id as "orderId", version, customer_id as "customerId", status, reason, lines, ${MONEY} as total,
             ${MS('placed_at')} as "placedAt", ${MS('updated_at')} as "updatedAt" from orders`,
  },
  reservation: {
    service: 'stock-service',
    text: `select order_id as "orderId", status from reservation`,
  },
};

const exists = async (query: Query, table: string): Promise<boolean> =>
  (await query<{ found: boolean }>('select to_regclass($1) is not null as found', [table]))[0]!.found;

/** What any service has beside its own tables. One that has no such tables owns, keeps or reads nothing. */
export async function machineryOf(service: string, query: Query) {
  const rowsOf = async <Row>(table: string, columns: string): Promise<Row[]> =>
    (await exists(query, table)) ? query<Row>(`select ${columns} from ${table}`) : [];
  const with_ = <Row extends object>(rows: Row[]): (Row & { service: string })[] =>
    rows.map((row) => ({ service, ...row }));
  type Parked = Omit<Facts['parked'][number], 'service'>;
  type Position = Omit<Facts['positions'][number], 'service'>;
  return {
    outbox: { service, rows: await rowsOf<Outgoing>('outbox', 'event_id as "eventId", topic, key') },
    positions: with_(
      await rowsOf<Position>('messaging.position', 'subscription, topic, partition, next_offset as next'),
    ),
    parked: with_(await rowsOf<Parked>('messaging.parked', 'subscription, topic, partition, "offset", code')),
    views: await viewsOf(service, query),
  };
}

type Outgoing = Facts['outboxes'][number]['rows'][number];

async function viewsOf(service: string, query: Query): Promise<View[]> {
  if (!(await exists(query, 'views.generation'))) return [];
  const views: View[] = [];
  const generations = await query<{ id: string; name: string; topic: string }>(
    'select id, view as name, topic from views.generation',
  );
  for (const { id, name, topic } of generations) {
    const rows = await query<Value>(`select * from views."${id}_all"`);
    views.push({ service, name, id, topic, rows: rows.map(rowOf) });
  }
  return views;
}

function rowOf({ _key, _partition, _offset, _version, _deleted, ...columns }: Value): ViewRow {
  return {
    key: _key as string,
    partition: _partition as number,
    offset: _offset as number,
    version: _version as number | null,
    deleted: _deleted as boolean,
    columns,
  };
}
