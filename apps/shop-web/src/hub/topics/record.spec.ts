import { expect, it } from '@jest/globals';
import { gistOf, isOfOrder, type LogRecord, together } from './record.ts';

const record = (offset: string, more: Partial<LogRecord> = {}): LogRecord => ({
  ...{ topic: 'order', partition: 1, offset, time: '', type: 'Order', key: 'o1', value: null, headers: {}, ...more },
});

it('what came live and lies in the log is shown once', () =>
  expect(together([record('8'), record('7')], [record('7'), record('6')]).map(({ offset }) => offset)).toEqual([
    ...['8', '7', '6'],
  ]));

it('a record in one line says what its key does not', () =>
  expect(
    gistOf(
      record('1', {
        value: {
          orderId: 'o1',
          customerId: '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17',
          lines: [1, 2],
          total: { amountMinor: 5, currency: 'CHF' },
          reason: null,
        },
      }),
    ),
  ).toBe('lines: [2] · total: 5 CHF · customerId: 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17'));

it('is of an order when that is its key, whatever the topic', () => {
  expect(isOfOrder(record('1', { topic: 'stock-events', value: { orderId: 'o1', lines: [] } }))).toBe(true);
  expect(isOfOrder(record('1', { topic: 'stock-events', key: 'knife', value: { productId: 'knife' } }))).toBe(false);
  expect(isOfOrder(record('1', { value: null }))).toBe(false);
});
