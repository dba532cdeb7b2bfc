import { expect, it } from '@jest/globals';
import { gistOf, type LogRecord, together } from './record.ts';

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
          customerId: 'c',
          lines: [1, 2],
          total: { amountMinor: 5, currency: 'CHF' },
          reason: null,
        },
      }),
    ),
  ).toBe('customerId: c · lines: [2] · total: 5 CHF · reason: null'));
