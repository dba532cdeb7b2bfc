import type { Facts, Value, View } from '../facts.ts';
import type { Customer, Product } from '../shop.ts';
import type { Action } from './life.ts';
import { shopAfter } from './shop.ts';

/** The facts that such a life leaves behind, found when all is quiet. */
export function lived(life: readonly Action[]): Facts {
  const { log, writes, customers, products, stocks, orders, reservations } = shopAfter(life);
  const [ends, facts] = [log.ends(), { log: log.records }];

  const views = [
    view(facts, 'customer-search', 'customers', 'customer', (c: Customer) => ({
      ...{ customerId: c.customerId, name: `${c.firstName} ${c.lastName}`, email: c.email, category: c.category },
      ...c.address,
    })),
    view(facts, 'order-service', 'customers', 'customer', (c: Customer) => ({
      ...{ customerId: c.customerId, name: `${c.firstName} ${c.lastName}`, category: c.category, address: c.address },
    })),
    view(facts, 'order-service', 'products', 'product', ({ productId, name, price }: Product) => ({
      productId,
      name,
      price,
    })),
    view(facts, 'stock-service', 'products', 'product', ({ productId, name }: Product) => ({ productId, name })),
  ];
  const read = [
    ...views.map(({ service, id, topic }) => ({ service, subscription: id, topic })),
    { service: 'order-service', subscription: 'stock-events', topic: 'stock-events' },
    { service: 'stock-service', subscription: 'stock-commands', topic: 'stock-commands' },
  ];
  return {
    compaction: 'held',
    writes,
    ...facts,
    ends,
    openTransactions: [],
    tables: {
      customer: [...customers.values()],
      product: [...products.values()].map((product) => ({ ...product, deleted: false })),
      stock: [...stocks.values()],
      order: [...orders.values()],
      reservation: [...reservations].map(([orderId, status]) => ({ orderId, status })),
    },
    views,
    outboxes: ['customer-service', 'product-service', 'stock-service', 'order-service', 'customer-search'].map(
      (service) => ({
        service,
        rows: [],
      }),
    ),
    parked: [],
    positions: read.flatMap((reader) =>
      ends
        .filter(({ topic }) => topic === reader.topic)
        .map(({ partition, end }) => ({ ...reader, partition, next: end })),
    ),
  };
}

function view<V>(
  { log }: Pick<Facts, 'log'>,
  service: string,
  name: string,
  topic: string,
  row: (value: V) => object,
): View {
  const rows = new Map<string, View['rows'][number]>();
  for (const { topic: of, key, partition, offset, value, headers } of log) {
    if (of !== topic) continue;
    const columns = (value ? row(value as V) : { customerId: null, name: null }) as Value;
    rows.set(key, { key, partition, offset, version: Number(headers.ce_version), deleted: value === null, columns });
  }
  return { service, name, id: `${name}_12345678`, topic, rows: [...rows.values()] };
}

/** The same facts after compaction: of each key of a whole-value topic the last record, and tombstones only if `keep`. */
export function compacted(facts: Facts, keep: boolean): Facts {
  const whole = ['customer', 'product', 'stock', 'order'];
  const log = facts.log.filter((record, i) => {
    if (!whole.includes(record.topic)) return true;
    const later = facts.log.slice(i + 1).some(({ topic, key }) => topic === record.topic && key === record.key);
    return !later && (keep || record.value !== null);
  });
  return { ...facts, compaction: 'aggressive', log };
}
