import { expect, it } from '@jest/globals';
import { gistOf } from './summary.ts';

it.each([
  [
    { type: 'Order', value: { status: 'CONFIRMED', reason: null } },
    { says: 'status', status: 'CONFIRMED' },
  ],
  [
    { type: 'StockRejected', value: { reason: 'insufficient-stock' } },
    { says: 'code', code: 'insufficient-stock' },
  ],
  [
    { type: 'Order', value: { status: 'SHIPPED' } },
    { says: 'code', code: 'SHIPPED' },
  ],
  [
    { type: 'Stock', value: { productId: 'knife', onHand: 10, reserved: 3 } },
    { says: 'stock', productId: 'knife', onHand: 10, reserved: 3 },
  ],
  [{ type: 'OrderConfirmed', value: { orderId: 'o' } }, undefined],
  [{ type: 'Order', value: null }, undefined],
])('the gist of %j is %j', (step, gist) => expect(gistOf(step)).toEqual(gist));
