import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Instance, type Order, type Stored } from './missing-model.ts';

const ACTORS = ['customers', 'orders', 'releases', 'sweep'] as const;
const ENOUGH_ROUNDS = 120;

function stored(customerLog: string[], orderLog: Order[]): Stored {
  const empty = { customersNext: 0, ordersNext: 0, customers: new Set<string>(), aside: [], effects: [] };
  return { customerLog, orderLog, ...empty, lock: undefined };
}

/** Until nobody has anything left to do. */
function finish(instances: Instance[], from: number): void {
  for (let round = 0; round < ENOUGH_ROUNDS; round++) {
    for (const instance of instances) for (const actor of ACTORS) instance.step(actor, from + round * 100_000);
  }
}

const ofKey = (orders: Order[], key: string) => orders.filter((each) => each.key === key).map(({ n }) => n);

/** Orders of two keys, each message of which needs one of two customers; later ones may need another. */
const orderLog = fc
  .array(fc.record({ key: fc.constantFrom('a', 'b'), needs: fc.constantFrom('c', 'd') }), { maxLength: 6 })
  .map((orders) => orders.map((order, n) => ({ ...order, n })));
const customerLog = fc.constantFrom<string[][]>(['c', 'd'], ['d', 'c'], ['c', 'c', 'd', 'c']);
const moves = fc.array(fc.record({ instance: fc.nat(1), actor: fc.constantFrom(...ACTORS, 'restart' as const) }), {
  maxLength: 120,
  size: 'max',
});

describe('orders that need customers, in two instances that die, interleaved step by step', () => {
  it('have the effects that they would have had if the customers had come first: each once, each key in order', () =>
    fc.assert(
      fc.property(customerLog, orderLog, moves, (customers, orders, moves) => {
        const db = stored(customers, orders);
        const instances = [new Instance(db, true), new Instance(db, true)];
        for (const [now, { instance, actor }] of moves.entries()) {
          if (actor === 'restart') instances[instance]!.restart();
          else instances[instance]!.step(actor, now);
        }
        finish(instances, moves.length);
        for (const key of ['a', 'b']) expect(ofKey(db.effects, key)).toEqual(ofKey(orders, key));
        expect(db.aside).toEqual([]);
      }),
      { numRuns: 300 },
    ));

  it.each([
    [true, []],
    [false, ['waits-for']],
  ])('have a gap between the look and the announcement, which the sweep closes (%p)', (sweeps, left) => {
    const db = stored(['c'], [{ key: 'a', n: 0, needs: 'c' }]);
    const instance = new Instance(db, sweeps);
    for (let step = 0; step < 2; step++) instance.step('orders', 0);
    for (let step = 0; step < 3; step++) instance.step('customers', 0);
    expect([db.customers.has('c'), db.effects]).toEqual([true, []]);
    finish([instance], 0);
    expect(db.aside.map(({ code }) => code)).toEqual(left);
  });
});
