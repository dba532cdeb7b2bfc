import { describe, expect, it } from '@jest/globals';
import { fold } from '@offset-zero/decider';
import fc from 'fast-check';
import { order, type OrderCommand, type OrderEvent, requestAfter } from './order.ts';

const place = (now: number): OrderCommand => ({
  type: 'PlaceOrder',
  orderId: 'order-1',
  customerId: 'peter',
  customerIsKnown: true,
  lines: [{ productId: 'knife', quantity: 1 }],
  offers: new Map([['knife', { name: 'Knife', price: { amountMinor: 4_950, currency: 'CHF' } }]]),
  now,
});

const answer = fc
  .record({ type: fc.constantFrom('StockReserved', 'StockRejected'), now: fc.nat() })
  .map(
    ({ type, now }) =>
      (type === 'StockReserved' ? { type, now } : { type, reason: 'insufficient-stock', now }) as OrderCommand,
  );
const other = fc.record({
  type: fc.constantFrom('ReservationTimedOut', 'CancelOrder'),
  now: fc.nat(),
}) as fc.Arbitrary<OrderCommand>;
const anything = fc.array(fc.oneof(fc.nat().map(place), answer, other), { maxLength: 20, size: 'max' });

type State = typeof order.initial;

/** A refusal changes nothing either. */
function decide(command: OrderCommand, state: State): OrderEvent[] {
  try {
    return order.decide(command, state);
  } catch {
    return [];
  }
}

function run(commands: readonly OrderCommand[], from: State = undefined) {
  let state = from;
  const steps: [string | undefined, string | undefined][] = [];
  const events: OrderEvent[] = [];
  for (const command of commands) {
    const happened = decide(command, state);
    const next = fold(order, happened, state);
    if (happened.length > 0) steps.push([state?.status, next?.status]);
    state = next;
    events.push(...happened);
  }
  return { state, steps, events };
}

const POSSIBLE = new Set([
  'undefined>PLACED',
  'PLACED>CONFIRMED',
  'PLACED>REJECTED',
  'PLACED>CANCELLED',
  'CONFIRMED>CANCELLED',
]);

describe('whatever comes, in whatever order and however often', () => {
  it('an order takes no impossible step, and every step is one version', () =>
    fc.assert(
      fc.property(anything, (commands) => {
        const { state, steps } = run(commands);
        for (const [from, to] of steps) expect(POSSIBLE).toContain(`${from}>${to}`);
        expect(state?.version ?? 0).toBe(steps.length);
      }),
    ));

  it('answers and time-outs change only an order that waits for one', () =>
    fc.assert(
      fc.property(
        anything,
        fc.oneof(answer, fc.constant<OrderCommand>({ type: 'ReservationTimedOut', now: 1 })),
        (commands, late) => {
          const { state } = run(commands);
          if (state?.status !== 'PLACED') expect(decide(late, state)).toEqual([]);
        },
      ),
    ));

  it('the log of answers handled twice leaves what handling it once left', () =>
    fc.assert(
      fc.property(anything, fc.array(answer), (commands, log) => {
        const once = run(log, run(commands).state).state;
        expect(run(log, once).state).toEqual(once);
      }),
    ));

  it('its events, applied, are the order', () =>
    fc.assert(
      fc.property(anything, (commands) => {
        const { state, events } = run(commands);
        expect(fold(order, events)).toEqual(state);
        expect(fold(order, [...events, ...events])).toEqual(state);
      }),
    ));

  it('stock is asked for once, and given back exactly when the order did not end with a "no" of the stock', () =>
    fc.assert(
      fc.property(anything, (commands) => {
        const { state, events } = run(commands);
        const requests = events.flatMap((event) => requestAfter(event)?.type ?? []);
        const ended = state?.status === 'CANCELLED' || state?.reason === 'reservation-timeout';
        expect(requests).toEqual([...(state ? ['ReserveStock'] : []), ...(ended ? ['ReleaseStock'] : [])]);
      }),
    ));
});
