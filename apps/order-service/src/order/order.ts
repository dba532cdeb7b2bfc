import type {
  Order,
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderRejected,
  ReleaseStock,
  ReserveStock,
} from '@offset-zero/contracts';
import type { Decider } from '@offset-zero/decider';
import { Refusal } from '@offset-zero/service/refusal';
import { type PlaceOrder, price } from './price.ts';

/** Only PlaceOrder carries more than whom and when: the others say what was asked, answered or missed. */
export type OrderCommand =
  | PlaceOrder
  | { type: 'StockReserved'; now: number }
  | { type: 'StockRejected'; reason: string; now: number }
  | { type: 'ReservationTimedOut'; now: number }
  | { type: 'CancelOrder'; now: number };

export type OrderEvent =
  | ({ type: 'OrderPlaced' } & OrderPlaced)
  | ({ type: 'OrderConfirmed' } & OrderConfirmed)
  | ({ type: 'OrderRejected' } & OrderRejected)
  | ({ type: 'OrderCancelled' } & OrderCancelled);

/** What stock-service is asked for. */
export type StockRequest = ({ type: 'ReserveStock' } & ReserveStock) | ({ type: 'ReleaseStock' } & ReleaseStock);

export const RESERVATION_TIMEOUT = 'reservation-timeout';

/**
 * An order from PLACED to CONFIRMED, REJECTED or CANCELLED. An answer of the stock that comes late, twice or crosses a
 * cancellation changes nothing: whoever ended the order has sent ReleaseStock with it, behind its ReserveStock.
 */
export const order: Decider<OrderCommand, OrderEvent, Order | undefined> = {
  initial: undefined,
  decide(command, state) {
    if (command.type === 'PlaceOrder') return state === undefined ? [price(command)] : [];
    if (state === undefined) return unplaced(command);
    const { orderId, status } = state;
    switch (command.type) {
      case 'StockReserved':
        return status === 'PLACED' ? [{ type: 'OrderConfirmed', orderId, confirmedAt: command.now }] : [];
      case 'StockRejected':
        return status === 'PLACED' ? [rejected(orderId, command.reason, command.now)] : [];
      case 'ReservationTimedOut':
        return status === 'PLACED' ? [rejected(orderId, RESERVATION_TIMEOUT, command.now)] : [];
      case 'CancelOrder':
        if (status === 'REJECTED') throw new Refusal('order-not-cancellable');
        return status === 'CANCELLED' ? [] : [{ type: 'OrderCancelled', orderId, cancelledAt: command.now }];
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'OrderPlaced': {
        const { orderId, customerId, lines, total, placedAt } = event;
        const begun = { version: 1, status: 'PLACED', reason: null, updatedAt: placedAt } as const;
        return { orderId, customerId, lines, total, placedAt, ...begun };
      }
      case 'OrderConfirmed':
        return next(state, { status: 'CONFIRMED', updatedAt: event.confirmedAt });
      case 'OrderRejected':
        return next(state, { status: 'REJECTED', reason: event.reason, updatedAt: event.rejectedAt });
      case 'OrderCancelled':
        return next(state, { status: 'CANCELLED', updatedAt: event.cancelledAt });
    }
  },
};

/** What has to be asked of the stock once this has happened, in the same transaction. */
export function requestAfter(event: OrderEvent): StockRequest | undefined {
  switch (event.type) {
    case 'OrderPlaced': {
      const lines = event.lines.map(({ productId, quantity }) => ({ productId, quantity }));
      return { type: 'ReserveStock', orderId: event.orderId, lines, requestedAt: event.placedAt };
    }
    case 'OrderCancelled':
      return { type: 'ReleaseStock', orderId: event.orderId, requestedAt: event.cancelledAt };
    case 'OrderRejected': // the stock's own "no" holds nothing that could be given back
      return event.reason === RESERVATION_TIMEOUT
        ? { type: 'ReleaseStock', orderId: event.orderId, requestedAt: event.rejectedAt }
        : undefined;
    case 'OrderConfirmed':
      return undefined;
  }
}

function rejected(orderId: string, reason: string, now: number): OrderEvent {
  return { type: 'OrderRejected', orderId, reason, rejectedAt: now };
}

/** An answer to an order that was never placed here means nothing; a person who asks is told. */
function unplaced(command: OrderCommand): OrderEvent[] {
  if (command.type === 'CancelOrder') throw new Refusal('order-not-found');
  return [];
}

function next(state: Order | undefined, change: Partial<Order>): Order {
  if (state === undefined) throw new Error('An order begins with OrderPlaced');
  return { ...state, ...change, version: state.version + 1 };
}
