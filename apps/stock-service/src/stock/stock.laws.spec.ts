import { describe, expect, it } from '@jest/globals';
import { fold } from '@offset-zero/decider';
import fc from 'fast-check';
import { nothingReceived, type StockCommand, type StockEvent, type Warehouse, warehouse } from './stock.ts';

const PRODUCTS = ['a', 'b', 'c'];
const products = new Map(PRODUCTS.map((productId) => [productId, nothingReceived(productId)]));
const empty: Warehouse = { products, answers: new Map() };

const orderId = fc.constantFrom('1', '2', '3', '4', '5');
const line = fc.record({ productId: fc.constantFrom(...PRODUCTS), quantity: fc.integer({ min: 1, max: 6 }) });
const receipt = fc
  .record({ productId: fc.constantFrom(...PRODUCTS), quantity: fc.integer({ min: 1, max: 12 }) })
  .map((goods): StockCommand => ({ type: 'ReceiveGoods', receiptId: 'r', receivedAt: 0, ...goods }));

/** Few orders, each always with the same lines, asked and released again and again in any order. */
const ofOrders = fc
  .tuple(...Array.from({ length: 5 }, () => fc.array(line, { minLength: 1, maxLength: 3 })))
  .chain((linesOf) =>
    fc.array(
      fc
        .record({ orderId, release: fc.boolean(), now: fc.nat() })
        .map(({ orderId, release, now }): StockCommand =>
          release
            ? { type: 'ReleaseStock', orderId, now }
            : { type: 'ReserveStock', orderId, lines: linesOf[Number(orderId) - 1]!, now },
        ),
      { maxLength: 40, size: 'max' },
    ),
  );

const anything = fc
  .tuple(ofOrders, fc.array(receipt, { maxLength: 8, size: 'max' }))
  .chain(([commands, receipts]) => fc.shuffledSubarray([...commands, ...receipts], { minLength: commands.length }));

interface Run {
  state: Warehouse;
  events: StockEvent[];
}

const run = (commands: readonly StockCommand[], from: Warehouse = empty, check = (_: Warehouse) => {}): Run =>
  commands.reduce<Run>(
    ({ state, events }, command) => {
      const happened = warehouse.decide(command, state);
      const next = fold(warehouse, happened, state);
      check(next);
      return { state: next, events: [...events, ...happened] };
    },
    { state: from, events: [] },
  );

const holds = ({ products, answers }: Warehouse): void => {
  for (const [productId, { onHand, reserved }] of products) {
    const promised = [...answers.values()]
      .flatMap((answer) => (answer.type === 'StockReserved' ? answer.lines : []))
      .filter((line) => line.productId === productId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    expect(reserved).toBe(promised);
    expect(reserved).toBeGreaterThanOrEqual(0);
    expect(reserved).toBeLessThanOrEqual(onHand);
  }
};

describe('under any interleaving of receipts, reservations and releases, repeated or not', () => {
  it('stock is never oversold, and reserved is what the standing reservations hold', () =>
    fc.assert(fc.property(anything, (commands) => void run(commands, empty, holds))));

  it('an order reserves at most once, and never after it was released', () =>
    fc.assert(
      fc.property(anything, (commands) => {
        const { events } = run(commands);
        for (const id of ['1', '2', '3', '4', '5']) {
          const told = events.filter((event) => event.type !== 'GoodsReceived' && event.orderId === id);
          const end = told.findIndex(({ type }) => type === 'StockReleased');
          const after = end < 0 ? [] : told.slice(end + 1);
          expect(after.filter(({ type }) => type !== 'StockRejected')).toEqual([]);
          const reservations = new Set(
            told.filter(({ type }) => type === 'StockReserved').map((event) => JSON.stringify(event)),
          );
          expect(reservations.size).toBeLessThanOrEqual(1);
        }
      }),
    ));

  it('the log of commands handled twice leaves what handling it once left', () =>
    fc.assert(
      fc.property(fc.array(receipt), ofOrders, (receipts, commands) => {
        const once = run(commands, run(receipts).state).state;
        expect(run(commands, once).state).toEqual(once);
      }),
    ));

  it('the answers applied twice leave what applying them once left', () =>
    fc.assert(
      fc.property(fc.array(receipt), ofOrders, (receipts, commands) => {
        const stocked = run(receipts).state;
        const { state, events } = run(commands, stocked);
        const repeated = events.flatMap((event) => [event, event]);
        expect(fold(warehouse, repeated, stocked).products).toEqual(state.products);
        expect(fold(warehouse, events, stocked)).toEqual(state);
      }),
    ));
});
