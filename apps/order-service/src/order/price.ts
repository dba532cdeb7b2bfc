import type { Money, OrderLine, OrderPlaced, ReservationLine } from '@offset-zero/contracts';
import { Refusal } from '@offset-zero/service/refusal';

/** A product as the order service knows it when the order comes in. */
export interface Offer {
  name: string;
  price: Money;
}

export interface PlaceOrder {
  type: 'PlaceOrder';
  orderId: string;
  customerId: string;
  customerIsKnown: boolean;
  lines: readonly ReservationLine[];
  /** By productId; what is missing is not known. */
  offers: ReadonlyMap<string, Offer>;
  /** What the customer was shown. */
  expectedTotal?: Money;
  now: number;
}

/** The order with names and prices of this moment, or why there is none. */
export function price({ offers, expectedTotal, ...asked }: PlaceOrder): { type: 'OrderPlaced' } & OrderPlaced {
  const { orderId, customerId, now } = asked;
  refuseTwice(asked.lines);
  if (!asked.customerIsKnown) throw new Refusal('unknown-customer');
  const lines = asked.lines.map((line, i) => priced(line, offers.get(line.productId), i));
  const total = totalOf(lines);
  if (expectedTotal !== undefined && !isSame(expectedTotal, total)) {
    throw new Refusal('price-changed', { detail: `It is ${total.amountMinor} ${total.currency}`, extra: { total } });
  }
  return { type: 'OrderPlaced', orderId, customerId, lines, total, placedAt: now };
}

function refuseTwice(lines: readonly ReservationLine[]): void {
  const errors = lines.flatMap(({ productId }, i) =>
    lines.findIndex((line) => line.productId === productId) < i
      ? [at(i, 'duplicate-product', 'is in the order already')]
      : [],
  );
  if (errors.length > 0) throw new Refusal('duplicate-product', { errors });
}

function priced({ productId, quantity }: ReservationLine, offer: Offer | undefined, i: number): OrderLine {
  if (offer === undefined) {
    throw new Refusal('unknown-product', { errors: [at(i, 'unknown-product', 'is not known')] });
  }
  return { productId, name: offer.name, quantity, price: offer.price };
}

function totalOf(lines: readonly OrderLine[]): Money {
  const currencies = new Set(lines.map(({ price }) => price.currency));
  if (currencies.size > 1) throw new Refusal('mixed-currencies', [...currencies].join(', '));
  const amountMinor = lines.reduce((sum, { quantity, price }) => sum + quantity * price.amountMinor, 0);
  if (!Number.isSafeInteger(amountMinor)) throw new Refusal('amount-too-large');
  return { amountMinor, currency: lines[0]!.price.currency };
}

const at = (line: number, code: string, message: string) => ({ pointer: `/lines/${line}/productId`, code, message });

const isSame = (a: Money, b: Money): boolean => a.amountMinor === b.amountMinor && a.currency === b.currency;
