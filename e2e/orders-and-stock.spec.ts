/* eslint-disable @nx/enforce-module-boundaries -- the rules of both services, put together without any server */
import { describe, expect, it } from '@jest/globals';
import { fold } from '@offset-zero/decider';
import fc from 'fast-check';
import { order, type OrderCommand, requestAfter, type StockRequest } from '../apps/order-service/src/order/order.ts';
import { type Answer, nothingReceived, warehouse } from '../apps/stock-service/src/stock/stock.ts';

const PRODUCTS = ['a', 'b'];
const price = { amountMinor: 100, currency: 'CHF' };
const offers = new Map(PRODUCTS.map((name) => [name, { name, price }]));

type InFlight = { to: 'stock'; message: StockRequest } | { to: 'order'; message: Answer };

/** Both services and a network that delays, reorders and repeats as it likes, but loses nothing. */
class Shop {
  readonly orders = new Map<string, typeof order.initial>();
  readonly inFlight: InFlight[] = [];
  stock = {
    ...warehouse.initial,
    products: new Map(PRODUCTS.map((id) => [id, nothingReceived(id)])) as typeof warehouse.initial.products,
  };

  order(orderId: string, command: OrderCommand): void {
    const state = this.orders.get(orderId);
    if (command.type === 'CancelOrder' && (state === undefined || state.status === 'REJECTED')) return; // refused
    const events = order.decide(command, state);
    this.orders.set(orderId, fold(order, events, state));
    const requests = events.flatMap((event) => requestAfter(event) ?? []);
    this.inFlight.push(...requests.map((message): InFlight => ({ to: 'stock', message })));
  }

  receive(productId: string, quantity: number): void {
    const receipt = { type: 'ReceiveGoods', receiptId: 'r', productId, quantity, receivedAt: 0 } as const;
    this.stock = fold(warehouse, warehouse.decide(receipt, this.stock), this.stock);
  }

  /** Delivers one message, and keeps a copy in flight when it is to come again. */
  deliver(pick: number, again: boolean): void {
    const at = pick % Math.max(this.inFlight.length, 1);
    const [sent] = this.inFlight.slice(at, at + 1);
    if (sent === undefined) return;
    if (!again) this.inFlight.splice(at, 1);
    if (sent.to === 'stock') this.deliverToStock(sent.message);
    else this.deliverToOrder(sent.message);
  }

  reserved = (productId: string): number => this.stock.products.get(productId)!.reserved;

  promised = (productId: string): number =>
    [...this.orders.values()]
      .filter((each) => each?.status === 'CONFIRMED')
      .flatMap((each) => each!.lines)
      .filter((line) => line.productId === productId)
      .reduce((sum, { quantity }) => sum + quantity, 0);

  private deliverToStock(request: StockRequest): void {
    const answers = warehouse.decide({ ...request, now: 0 }, this.stock) as Answer[];
    this.stock = fold(warehouse, answers, this.stock);
    this.inFlight.push(...answers.map((message): InFlight => ({ to: 'order', message })));
  }

  private deliverToOrder(answer: Answer): void {
    if (answer.type === 'StockReserved') this.order(answer.orderId, { type: 'StockReserved', now: 0 });
    if (answer.type === 'StockRejected')
      this.order(answer.orderId, { type: 'StockRejected', reason: answer.reason, now: 0 });
  }
}

const orderId = fc.constantFrom('1', '2', '3', '4');
const productId = fc.constantFrom(...PRODUCTS);
const quantity = fc.integer({ min: 1, max: 5 });
const lines = fc.uniqueArray(fc.record({ productId, quantity }), { selector: (line) => line.productId, minLength: 1 });

type Step = (shop: Shop) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(orderId, lines).map(
    ([orderId, lines]): Step =>
      (shop) =>
        shop.order(orderId, {
          type: 'PlaceOrder',
          orderId,
          customerId: 'c',
          customerIsKnown: true,
          lines,
          offers,
          now: 0,
        }),
  ),
  fc.tuple(orderId, fc.constantFrom('CancelOrder', 'ReservationTimedOut')).map(
    ([orderId, type]): Step =>
      (shop) =>
        shop.order(orderId, { type, now: 0 } as OrderCommand),
  ),
  fc.tuple(productId, quantity).map(
    ([productId, quantity]): Step =>
      (shop) =>
        shop.receive(productId, quantity),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(), fc.boolean()).map(
      ([pick, again]): Step =>
        (shop) =>
          shop.deliver(pick, again),
    ),
  },
);

describe('orders and stock, over a network that delays, reorders and repeats', () => {
  it('agree when all is quiet: reserved is what confirmed orders were promised, and never more than there is', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), fc.infiniteStream(fc.nat()), (steps, picks) => {
        const shop = new Shop();
        for (const step of steps) {
          step(shop);
          for (const { onHand, reserved } of shop.stock.products.values())
            expect(onHand).toBeGreaterThanOrEqual(reserved);
        }
        for (const pick of picks) {
          if (shop.inFlight.length === 0) break;
          shop.deliver(pick, false);
        }
        for (const productId of PRODUCTS) expect(shop.reserved(productId)).toBe(shop.promised(productId));
        for (const each of shop.orders.values()) expect(each?.status).not.toBe('PLACED');
      }),
      { numRuns: 300 },
    ));
});
