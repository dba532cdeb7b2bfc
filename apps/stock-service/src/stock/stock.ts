import type {
  GoodsReceived,
  ReleaseStock,
  ReservationLine,
  ReserveStock,
  Stock,
  StockRejected,
  StockReleased,
  StockReserved,
} from '@offset-zero/contracts';
import type { Decider } from '@offset-zero/decider';
import { Refusal } from '@offset-zero/service/refusal';

export type StockCommand =
  | ({ type: 'ReceiveGoods' } & GoodsReceived)
  | ({ type: 'ReserveStock'; now: number } & Omit<ReserveStock, 'requestedAt'>)
  | ({ type: 'ReleaseStock'; now: number } & Omit<ReleaseStock, 'requestedAt'>);

/** What an order was told last. RESERVED, REJECTED, RELEASED: there is never more than one such answer at a time. */
export type Answer =
  | ({ type: 'StockReserved' } & StockReserved)
  | ({ type: 'StockRejected' } & StockRejected)
  | ({ type: 'StockReleased' } & StockReleased);

export type StockEvent = ({ type: 'GoodsReceived' } & GoodsReceived) | Answer;

/** As much of the warehouse as a command touches. */
export interface Warehouse {
  /** Known products; one that was never received has zeros and version 0. */
  readonly products: ReadonlyMap<string, Stock>;
  /** By orderId. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export const nothingReceived = (productId: string): Stock => ({ productId, version: 0, onHand: 0, reserved: 0 });

/** Stock of products and reservations of orders. 0 <= reserved <= onHand, whatever is sent and how often. */
export const warehouse: Decider<StockCommand, StockEvent, Warehouse> = {
  initial: { products: new Map(), answers: new Map() },
  decide(command, state) {
    switch (command.type) {
      case 'ReceiveGoods':
        return [receive(command, state)];
      case 'ReserveStock':
        return [reserve(command, state)];
      case 'ReleaseStock':
        return release(command, state);
    }
  },
  evolve({ products, answers }, event) {
    switch (event.type) {
      case 'GoodsReceived':
        return {
          products: changed(products, [event], (stock, pieces) => ({ onHand: stock.onHand + pieces })),
          answers,
        };
      case 'StockReserved': {
        if (answers.has(event.orderId)) return { products, answers };
        const reserved = changed(products, event.lines, (stock, pieces) => ({ reserved: stock.reserved + pieces }));
        return { products: reserved, answers: new Map(answers).set(event.orderId, event) };
      }
      case 'StockRejected': {
        if (answers.has(event.orderId)) return { products, answers };
        return { products, answers: new Map(answers).set(event.orderId, event) };
      }
      case 'StockReleased': {
        const held = linesHeld(answers.get(event.orderId));
        const given = changed(products, held, (stock, pieces) => ({ reserved: stock.reserved - pieces }));
        return { products: given, answers: new Map(answers).set(event.orderId, event) };
      }
    }
  },
};

function receive(
  { type: _, ...receipt }: { type: 'ReceiveGoods' } & GoodsReceived,
  { products }: Warehouse,
): StockEvent {
  const stock = products.get(receipt.productId);
  if (stock === undefined) throw new Refusal('product-not-found');
  if (!Number.isSafeInteger(stock.onHand + receipt.quantity)) throw new Refusal('amount-too-large');
  return { type: 'GoodsReceived', ...receipt };
}

/** All lines or none. Asked again, it is answered the same; an order that was released gets nothing any more. */
function reserve(command: Extract<StockCommand, { type: 'ReserveStock' }>, { products, answers }: Warehouse): Answer {
  const { orderId, lines, now } = command;
  const reject = (reason: string, productId: string | null): Answer => ({
    type: 'StockRejected',
    orderId,
    reason,
    productId,
    rejectedAt: now,
  });
  const answer = answers.get(orderId);
  if (answer?.type === 'StockReleased') return reject('released', null);
  if (answer !== undefined) return answer;
  for (const [productId, pieces] of piecesOf(lines)) {
    const stock = products.get(productId);
    if (stock === undefined) return reject('unknown-product', productId);
    if (pieces > stock.onHand - stock.reserved) return reject('insufficient-stock', productId);
  }
  return { type: 'StockReserved', orderId, lines, reservedAt: now };
}

/** Also for an order never heard of, so that its ReserveStock, which must be on its way, is refused. */
function release({ orderId, now }: Extract<StockCommand, { type: 'ReleaseStock' }>, { answers }: Warehouse): Answer[] {
  const answer = answers.get(orderId);
  const holds = answer === undefined || answer.type === 'StockReserved';
  return holds ? [{ type: 'StockReleased', orderId, releasedAt: now }] : [];
}

/** Nothing was taken, given back or answered anew. */
export const isSame = (before: Warehouse, after: Warehouse): boolean =>
  before.products === after.products && before.answers === after.answers;

export const linesHeld = (answer: Answer | undefined): ReservationLine[] =>
  answer?.type === 'StockReserved' ? answer.lines : [];

/** The products that `lines` touch get a new version, once each. */
function changed(
  products: ReadonlyMap<string, Stock>,
  lines: readonly ReservationLine[],
  change: (stock: Stock, pieces: number) => Partial<Stock>,
): ReadonlyMap<string, Stock> {
  if (lines.length === 0) return products;
  const next = new Map(products);
  for (const [productId, pieces] of piecesOf(lines)) {
    const stock = next.get(productId) ?? nothingReceived(productId);
    next.set(productId, { ...stock, version: stock.version + 1, ...change(stock, pieces) });
  }
  return next;
}

/** Pieces per product, a product named twice added up. */
function piecesOf(lines: readonly ReservationLine[]): Map<string, number> {
  const pieces = new Map<string, number>();
  for (const { productId, quantity } of lines) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
  return pieces;
}
