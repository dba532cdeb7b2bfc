import { expect, it } from '@jest/globals';
import { gistOf } from './summary.ts';

it.each([
  [{ type: 'Order', value: { status: 'CONFIRMED', reason: null } }, 'CONFIRMED'],
  [{ type: 'StockRejected', value: { reason: 'insufficient-stock' } }, 'insufficient-stock'],
  [{ type: 'Stock', value: { productId: 'knife', onHand: 10, reserved: 3 } }, 'knife: 10 − 3'],
  [{ type: 'OrderConfirmed', value: { orderId: 'o' } }, undefined],
  [{ type: 'Order', value: null }, undefined],
])('the gist of %j is %j', (step, gist) => expect(gistOf(step)).toBe(gist));
