import { describe, expect, it } from '@jest/globals';
import { fold, specification } from '@offset-zero/decider';
import { order, type OrderCommand, type OrderEvent, requestAfter } from './order.ts';

const [orderId, customerId] = ['order-1', 'peter'];
const chf = (amountMinor: number) => ({ amountMinor, currency: 'CHF' });
const knife = { name: 'Swiss army knife', price: chf(4_950) };
const spoon = { name: 'Spoon', price: chf(300) };

const place = (more: Partial<Extract<OrderCommand, { type: 'PlaceOrder' }>> = {}): OrderCommand => ({
  type: 'PlaceOrder',
  orderId,
  customerId,
  customerIsKnown: true,
  lines: [{ productId: 'knife', quantity: 2 }],
  offers: new Map(Object.entries({ knife, spoon })),
  now: 1_000,
  ...more,
});
const reserved: OrderCommand = { type: 'StockReserved', now: 2_000 };
const refused: OrderCommand = { type: 'StockRejected', reason: 'insufficient-stock', now: 2_000 };
const timedOut: OrderCommand = { type: 'ReservationTimedOut', now: 2_000 };
const cancel: OrderCommand = { type: 'CancelOrder', now: 2_000 };

const isPlaced: OrderEvent = {
  type: 'OrderPlaced',
  orderId,
  customerId,
  lines: [{ productId: 'knife', quantity: 2, ...knife }],
  total: chf(9_900),
  placedAt: 1_000,
};
const isConfirmed: OrderEvent = { type: 'OrderConfirmed', orderId, confirmedAt: 2_000 };
const isRejected: OrderEvent = { type: 'OrderRejected', orderId, reason: 'insufficient-stock', rejectedAt: 2_000 };
const isTimedOut: OrderEvent = { type: 'OrderRejected', orderId, reason: 'reservation-timeout', rejectedAt: 2_000 };
const isCancelled: OrderEvent = { type: 'OrderCancelled', orderId, cancelledAt: 2_000 };

const given = specification(order);

describe('placing', () => {
  it('keeps the names and prices of the moment', () => given().when(place()).then(isPlaced));

  it('adds up the lines', () => {
    const lines = [
      { productId: 'knife', quantity: 1 },
      { productId: 'spoon', quantity: 3 },
    ];
    expect(order.decide(place({ lines }), undefined)).toMatchObject([{ total: chf(5_850) }]);
  });

  it('is refused for a customer nobody knows', () =>
    given()
      .when(place({ customerIsKnown: false }))
      .thenRefused('unknown-customer'));

  it('is refused for a product nobody knows', () =>
    given()
      .when(place({ offers: new Map() }))
      .thenRefused('unknown-product'));

  it('is refused when a product is named twice', () => {
    const line = { productId: 'knife', quantity: 1 };
    given()
      .when(place({ lines: [line, line] }))
      .thenRefused('duplicate-product');
  });

  it('is refused when the products are priced in different currencies', () => {
    const offers = new Map([
      ['knife', knife],
      ['spoon', { ...spoon, price: { amountMinor: 300, currency: 'EUR' } }],
    ]);
    const lines = ['knife', 'spoon'].map((productId) => ({ productId, quantity: 1 }));
    given().when(place({ offers, lines })).thenRefused('mixed-currencies');
  });

  it('is refused when the total is not what the customer was shown', () => {
    given()
      .when(place({ expectedTotal: chf(9_900) }))
      .then(isPlaced);
    given()
      .when(place({ expectedTotal: chf(9_800) }))
      .thenRefused('price-changed');
    given()
      .when(place({ expectedTotal: { amountMinor: 9_900, currency: 'EUR' } }))
      .thenRefused('price-changed');
  });

  it('is refused when nobody could count the money any more', () => {
    const offers = new Map([['knife', { ...knife, price: chf(1e12) }]]);
    given()
      .when(place({ offers, lines: [{ productId: 'knife', quantity: 1_000_000 }] }))
      .thenRefused('amount-too-large');
  });

  it('changes nothing when it comes twice', () => given(isPlaced).when(place()).thenNothing());
});

describe('the answer of the stock', () => {
  it('confirms', () => given(isPlaced).when(reserved).then(isConfirmed));
  it('rejects', () => given(isPlaced).when(refused).then(isRejected));

  it('changes nothing when it comes twice', () => {
    given(isPlaced, isConfirmed).when(reserved).thenNothing();
    given(isPlaced, isRejected).when(refused).thenNothing();
  });

  it('changes nothing when it comes too late', () => {
    for (const answer of [reserved, refused]) {
      given(isPlaced, isTimedOut).when(answer).thenNothing();
      given(isPlaced, isCancelled).when(answer).thenNothing();
      given(isPlaced, isConfirmed, isCancelled).when(answer).thenNothing();
    }
  });

  it('changes nothing for an order that was never placed', () => given().when(reserved).thenNothing());

  it('is awaited for so long', () => {
    given(isPlaced).when(timedOut).then(isTimedOut);
    given(isPlaced, isConfirmed).when(timedOut).thenNothing();
    given(isPlaced, isRejected).when(timedOut).thenNothing();
    given(isPlaced, isCancelled).when(timedOut).thenNothing();
  });
});

describe('cancelling', () => {
  it('ends an order that waits, at once', () => given(isPlaced).when(cancel).then(isCancelled));
  it('ends an order that was confirmed', () => given(isPlaced, isConfirmed).when(cancel).then(isCancelled));
  it('changes nothing when it comes twice', () => given(isPlaced, isCancelled).when(cancel).thenNothing());
  it('is refused when there is nothing to cancel', () => {
    given(isPlaced, isRejected).when(cancel).thenRefused('order-not-cancellable');
    given().when(cancel).thenRefused('order-not-found');
  });
});

describe('the stock is asked', () => {
  it('to reserve what was ordered', () =>
    expect(requestAfter(isPlaced)).toEqual({
      type: 'ReserveStock',
      orderId,
      lines: [{ productId: 'knife', quantity: 2 }],
      requestedAt: 1_000,
    }));

  it('to release when an order ends while something is, or may be, held for it', () => {
    const release = { type: 'ReleaseStock', orderId, requestedAt: 2_000 };
    expect(requestAfter(isCancelled)).toEqual(release);
    expect(requestAfter(isTimedOut)).toEqual(release);
    expect(requestAfter(isConfirmed)).toBeUndefined();
    expect(requestAfter(isRejected)).toBeUndefined();
  });
});

it('the order as others see it counts its versions and says when it changed last', () =>
  expect(fold(order, [isPlaced, isConfirmed])).toEqual({
    orderId,
    version: 2,
    customerId,
    status: 'CONFIRMED',
    reason: null,
    lines: [{ productId: 'knife', quantity: 2, ...knife }],
    total: chf(9_900),
    placedAt: 1_000,
    updatedAt: 2_000,
  }));
