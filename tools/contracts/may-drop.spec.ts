import { describe, expect, it } from '@jest/globals';
import type { RecordSchema } from '@offset-zero/contracts/gate';
import { fieldsOf, without } from './fields.ts';
import { answer } from './may-drop.ts';

const money: RecordSchema = {
  type: 'record',
  name: 'Money',
  fields: [
    { name: 'amount', type: 'long' },
    { name: 'currency', type: 'string', default: '' },
  ],
};
const order: RecordSchema = {
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'orderId', type: 'string' },
    { name: 'note', type: ['null', 'string'], default: null },
    {
      name: 'lines',
      type: {
        type: 'array',
        items: { type: 'record', name: 'Line', fields: [{ name: 'price', type: money }] },
      },
      default: [],
    },
    { name: 'total', type: 'Money' },
  ],
};
const reads = (paths: Record<string, string[]>) => [{ service: 'invoice', topic: 'order', reads: { Order: paths } }];
const ask = (path: string, paths: Record<string, string[]> = {}) =>
  answer('order', 'Order', path, reads(paths), order, [order]);

describe('may a field go?', () => {
  it('yes, when nobody reads it and every version has a default for it', () => {
    const { may, lines } = ask('note', { orderId: ['a.ts'] });
    expect([may, lines[1]]).toEqual([
      true,
      'Take it out of schemas/order/Order.avsc and out of order-service, then: npm run contracts -- release order',
    ]);
  });

  it.each([
    ['itself', 'note', 'note'],
    ['a part of it', 'lines[].price.amount', 'lines'],
    ['what it is a part of, as a whole', 'lines[].price.*', 'lines[].price.currency'],
    ['the message as a whole', '*', 'note'],
  ])('no, when somebody reads %s', (_, read, path) => {
    const { may, lines } = ask(path, { [read]: ['views/orders.view.ts'] });
    expect(may).toBe(false);
    expect(lines[0]).toMatch(/^invoice reads it.*: apps\/invoice\/src\/views\/orders\.view\.ts$/);
  });

  it('no, when it has no default, although nobody reads it', () => {
    const { may, lines } = ask('total');
    expect(may).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^order\/Order\.total \[field-without-default].*a second topic/)]);
  });

  it('no, when its type stands elsewhere too, where it has none', () =>
    expect(ask('lines[].price.amount').lines.join()).toMatch(/Order\.total\.amount \[field-without-default]/));
});

describe('the fields of a record', () => {
  it('are all paths into it', () =>
    expect(fieldsOf(order)).toEqual([
      'orderId',
      'note',
      'lines',
      'lines[].price',
      'lines[].price.amount',
      'lines[].price.currency',
      'total',
      'total.amount',
      'total.currency',
    ]));

  it('are fewer without one of them, and the record stays as it was', () => {
    const before = structuredClone(order);
    expect(fieldsOf(without(order, 'lines[].price.amount'))).not.toContain('total.amount');
    expect(order).toEqual(before);
  });
});
