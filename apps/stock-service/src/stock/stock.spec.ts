import { describe, expect, it } from '@jest/globals';
import { fold, specification } from '@offset-zero/decider';
import { nothingReceived, type StockCommand, type StockEvent, warehouse } from './stock.ts';

const orderId = 'order-1';
const now = 2_000;

const received = (quantity: number, productId = 'knife'): StockEvent => ({
  type: 'GoodsReceived',
  receiptId: 'receipt',
  productId,
  quantity,
  receivedAt: 1_000,
});
const lines = (knives: number, spoons?: number) => [
  { productId: 'knife', quantity: knives },
  ...(spoons === undefined ? [] : [{ productId: 'spoon', quantity: spoons }]),
];
const reserve = (knives: number, spoons?: number): StockCommand => ({
  type: 'ReserveStock',
  orderId,
  lines: lines(knives, spoons),
  now,
});
const release: StockCommand = { type: 'ReleaseStock', orderId, now };
const reserved = (knives: number, spoons?: number): StockEvent => ({
  type: 'StockReserved',
  orderId,
  lines: lines(knives, spoons),
  reservedAt: now,
});
const rejected = (reason: string, productId: string | null = null): StockEvent => ({
  type: 'StockRejected',
  orderId,
  reason,
  productId,
  rejectedAt: now,
});
const released: StockEvent = { type: 'StockReleased', orderId, releasedAt: now };

const given = specification(warehouse);

describe('reserving', () => {
  it('takes all lines of an order', () =>
    given(received(2), received(5, 'spoon')).when(reserve(2, 5)).then(reserved(2, 5)));

  it('takes nothing when one line is short', () =>
    given(received(9), received(1, 'spoon')).when(reserve(2, 2)).then(rejected('insufficient-stock', 'spoon')));

  it('adds up a product that is named twice', () =>
    given(received(3))
      .when({ type: 'ReserveStock', orderId, lines: [...lines(2), ...lines(2)], now })
      .then(rejected('insufficient-stock', 'knife')));

  it('counts what other orders hold', () =>
    given(received(3), { ...reserved(2), orderId: 'other' } as StockEvent)
      .when(reserve(2))
      .then(rejected('insufficient-stock', 'knife')));

  it('rejects a product nobody knows', () => given().when(reserve(1)).then(rejected('unknown-product', 'knife')));

  it('is answered the same when it comes twice, whatever came in between', () => {
    given(received(2), reserved(2))
      .when({ ...reserve(2), now: 9_000 } as StockCommand)
      .then(reserved(2));
    given(received(1), rejected('insufficient-stock', 'knife'), received(9))
      .when(reserve(2))
      .then(rejected('insufficient-stock', 'knife'));
  });

  it('is refused after the order was released', () => {
    given(received(2), released).when(reserve(1)).then(rejected('released'));
    given(received(2), reserved(1), released).when(reserve(1)).then(rejected('released'));
    given(received(2), released, rejected('released')).when(reserve(1)).then(rejected('released'));
  });
});

describe('releasing', () => {
  it('gives back what the order holds', () => {
    given(received(3), reserved(2)).when(release).then(released);
    expect(fold(warehouse, [received(3), reserved(2), released]).products.get('knife')).toEqual({
      productId: 'knife',
      version: 3,
      onHand: 3,
      reserved: 0,
    });
  });

  it('closes an order whose ReserveStock has not come yet', () => given(received(3)).when(release).then(released));

  it('changes nothing when it comes twice', () =>
    given(received(3), reserved(2), released).when(release).thenNothing());

  it('changes nothing for an order that got nothing', () =>
    given(rejected('insufficient-stock', 'knife')).when(release).thenNothing());
});

describe('receiving', () => {
  const receipt = { receiptId: 'receipt', productId: 'knife', quantity: 4, receivedAt: 1_000 };
  const shelf = (onHand: number) => ({
    ...warehouse.initial,
    products: new Map([['knife', { ...nothingReceived('knife'), onHand }]]),
  });

  it('adds to what is on hand', () =>
    expect(warehouse.decide({ type: 'ReceiveGoods', ...receipt }, shelf(0))).toEqual([received(4)]));

  it('is refused for a product nobody knows', () =>
    given()
      .when({ type: 'ReceiveGoods', ...receipt })
      .thenRefused('product-not-found'));

  it('is refused when nobody could count the pieces any more', () =>
    expect(() => warehouse.decide({ type: 'ReceiveGoods', ...receipt }, shelf(Number.MAX_SAFE_INTEGER - 3))).toThrow(
      expect.objectContaining({ code: 'amount-too-large' }),
    ));
});
