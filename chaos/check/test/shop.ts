import type { Value, Write } from '../facts.ts';
import type { Customer, Line, Order, Product, Stock } from '../shop.ts';
import type { Action } from './life.ts';
import { shopLog } from './shop-log.ts';

/** A shop after such a life: what its clients were told, what is in its log, and what its owners keep. */
export function shopAfter(life: readonly Action[]) {
  const log = shopLog();
  const writes: Write[] = [];
  const customers = new Map<string, Customer>();
  const products = new Map<string, Product>();
  const stocks = new Map<string, Stock>();
  const orders = new Map<string, Order>();
  const reservations = new Map<string, string>();
  const nth = <T>(map: ReadonlyMap<string, T>, n: number): T | undefined => [...map.values()][n % map.size];
  const publish = <T extends { version: number }>(topic: string, map: Map<string, T>, key: string, value: T) => {
    map.set(key, value);
    log.append(topic, key, topic, value as unknown as Value, value.version);
  };
  const accept = (write: object) => writes.push({ id: `#${writes.length}`, outcome: 'accepted', ...write } as Write);

  const story = (order: Order, type: string, change: Partial<Order>, event: Value) => {
    const next = { ...order, ...change, version: order.version + 1 };
    publish('order', orders, order.orderId, next);
    log.append('order-events', order.orderId, type, { orderId: order.orderId, ...event }, next.version);
    if (type === 'OrderPlaced')
      log.append('stock-commands', order.orderId, 'ReserveStock', { lines: piecesOf(order.lines) });
    if (type === 'OrderCancelled') log.append('stock-commands', order.orderId, 'ReleaseStock', {});
    return next;
  };
  const restock = (lines: Line[], sign: number) => {
    for (const { productId, quantity } of lines) {
      const stock = stocks.get(productId)!;
      const change = { reserved: stock.reserved + sign * quantity, version: stock.version + 1 };
      publish('stock', stocks, productId, { ...stock, ...change });
    }
  };
  const answer = ({ orderId, lines }: Order): 'CONFIRMED' | 'REJECTED' =>
    log.because('ReserveStock', orderId, () => {
      const fits = lines.every(({ productId, quantity }) => {
        const stock = stocks.get(productId);
        return stock !== undefined && quantity <= stock.onHand - stock.reserved;
      });
      reservations.set(orderId, fits ? 'RESERVED' : 'REJECTED');
      if (fits) restock(piecesOf(lines), 1);
      if (fits) log.append('stock-events', orderId, 'StockReserved', { orderId, lines: piecesOf(lines) });
      else log.append('stock-events', orderId, 'StockRejected', { orderId, reason: 'insufficient-stock' });
      return fits ? 'CONFIRMED' : 'REJECTED';
    });
  const release = ({ orderId, lines }: Order) => {
    if (reservations.get(orderId) !== 'RESERVED') return;
    reservations.set(orderId, 'RELEASED');
    log.because('ReleaseStock', orderId, () => {
      restock(piecesOf(lines), -1);
      log.append('stock-events', orderId, 'StockReleased', { orderId });
    });
  };
  const cancel = (order: Order) => {
    accept({ kind: 'cancellation', orderId: order.orderId });
    return story(order, 'OrderCancelled', { status: 'CANCELLED' }, {});
  };

  const take = {
    register(a: { name: string }) {
      const customerId = `c-${writes.length}`;
      const sent = { firstName: a.name, lastName: 'Muster', email: '', category: 'B', address: addressAt(0) };
      publish('customer', customers, customerId, { customerId, version: 1, ...sent, registeredAt: 1, updatedAt: 1 });
      accept({ kind: 'customer', key: customerId, version: 1, value: sent });
    },
    'add-product'(a: { name: string }) {
      const productId = `p-${writes.length}`;
      const sent = { name: a.name, description: '', category: '', price: chf(1) };
      publish('product', products, productId, { productId, version: 1, ...sent });
      accept({ kind: 'product', key: productId, version: 1, value: sent });
    },
    move(a: { which: number; to: number }) {
      const old = nth(customers, a.which);
      if (!old) return;
      const moved = { ...old, version: old.version + 1, address: addressAt(a.to) };
      publish('customer', customers, old.customerId, moved);
      const { firstName, lastName, address } = moved;
      accept({
        kind: 'customer',
        key: old.customerId,
        version: moved.version,
        value: { firstName, lastName, address },
      });
    },
    reprice(a: { which: number; to: number }) {
      const old = nth(products, a.which);
      if (!old) return;
      const repriced = { ...old, version: old.version + 1, price: chf(a.to) };
      publish('product', products, old.productId, repriced);
      accept({ kind: 'product', key: old.productId, version: repriced.version, value: { price: repriced.price } });
    },
    delete(a: { which: number }) {
      const customer = nth(customers, a.which);
      if (!customer) return;
      customers.delete(customer.customerId);
      log.append('customer', customer.customerId, null, null, customer.version + 1);
      accept({ kind: 'customer', key: customer.customerId, version: customer.version + 1, value: null });
    },
    receive(a: { which: number; quantity: number }) {
      const product = nth(products, a.which);
      if (!product) return;
      const { productId } = product;
      const stock = stocks.get(productId) ?? { productId, version: 0, onHand: 0, reserved: 0 };
      const received = { ...stock, version: stock.version + 1, onHand: stock.onHand + a.quantity };
      publish('stock', stocks, productId, received);
      const event = { receiptId: `r-${writes.length}`, productId, quantity: a.quantity };
      log.append('stock-events', productId, 'GoodsReceived', event);
      accept({ kind: 'receipt', productId, quantity: a.quantity, onHand: received.onHand });
    },
    place(a: Extract<Action, { do: 'place' }>) {
      const customer = nth(customers, a.which);
      const chosen = new Set(a.products.flatMap((n) => nth(products, n) ?? []));
      if (!customer || chosen.size === 0) return;
      const lines = [...chosen].map(({ productId, ...rest }) => ({
        ...{ productId, name: rest.name, quantity: a.quantity, price: rest.price },
      }));
      const [orderId, { customerId }] = [`o-${writes.length}`, customer];
      const event = { customerId, lines, total: chf(7), placedAt: 5 };
      const begun = { orderId, version: 0, status: 'PLACED', reason: null, ...event, updatedAt: 5 };
      accept({ kind: 'order', orderId, customerId, lines: piecesOf(lines) });
      const placed = story(begun, 'OrderPlaced', {}, event);
      if (a.ends === 'too-early') cancel(placed);
      const status = answer(placed);
      if (a.ends === 'too-early') return release(placed);
      const reason = 'insufficient-stock';
      const ended =
        status === 'CONFIRMED'
          ? log.because('StockReserved', orderId, () => story(placed, 'OrderConfirmed', { status }, {}))
          : log.because('StockRejected', orderId, () => story(placed, 'OrderRejected', { status, reason }, { reason }));
      if (a.ends === 'too-late' && status === 'CONFIRMED') {
        cancel(ended);
        release(ended);
      }
    },
    cancel(a: { which: number }) {
      const order = nth(orders, a.which);
      if (order?.status !== 'CONFIRMED') return;
      cancel(order);
      release(order);
    },
    'be-refused'(a: { name: string }) {
      writes.push({ id: `#${writes.length}`, outcome: 'refused', kind: 'customer', value: { firstName: a.name } });
    },
  };
  for (const each of life) (take[each.do] as (action: Action) => void)(each);

  return { log, writes, customers, products, stocks, orders, reservations };
}

const piecesOf = (lines: readonly Line[]): Line[] => lines.map(({ productId, quantity }) => ({ productId, quantity }));

const chf = (amountMinor: number) => ({ amountMinor, currency: 'CHF' });

const addressAt = (street: number) => ({ street: `Weg ${street}`, postalCode: '3000', city: 'Bern', country: 'CH' });
