import { expect, it } from '@jest/globals';
import { formatsFor } from '../../i18n/format.ts';
import { gistOf, isOfOrder, type LogRecord, together } from './record.ts';

const record = (offset: string, more: Partial<LogRecord> = {}): LogRecord => ({
  ...{ topic: 'order', partition: 1, offset, time: '', type: 'Order', key: 'o1', value: null, headers: {}, ...more },
});

it('what came live and lies in the log is shown once', () =>
  expect(together([record('8'), record('7')], [record('7'), record('6')]).map(({ offset }) => offset)).toEqual([
    ...['8', '7', '6'],
  ]));

/** Which space it is depends on the version of ICU. */
const inOneLine = (value: LogRecord['value']): string =>
  gistOf(record('1', { value }), formatsFor('en-GB')).replaceAll(/[\u00a0\u202f]/g, ' ');

it('a record in one line says what its key does not, with money and times as people read them', () =>
  expect(
    inOneLine({
      orderId: 'o1',
      customerId: '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17',
      lines: [1, 2],
      total: { amountMinor: 320_875, currency: 'CHF' },
      placedAt: Date.UTC(2026, 10, 21, 12),
      cancelledAt: 0,
      reason: null,
    }),
  ).toMatch(
    /^lines: \[2\] · total: CHF 3,208\.75 · placedAt: 21 Nov 2026, \d\d:\d\d · customerId: 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17$/,
  ));

it('what only looks like money or a time is shown all the same', () =>
  expect(
    inOneLine({
      onHand: 1500,
      price: { amountMinor: 5, currency: '?' },
      total: { amountMinor: 5 },
      at: 7,
      farAt: 1e300,
    }),
  ).toMatch(/^onHand: 1,500 · price: \{…\} · total: \{…\} · at: 7 · farAt: 1,0/));

it('is of an order when that is its key, whatever the topic', () => {
  expect(isOfOrder(record('1', { topic: 'stock-events', value: { orderId: 'o1', lines: [] } }))).toBe(true);
  expect(isOfOrder(record('1', { topic: 'stock-events', key: 'knife', value: { productId: 'knife' } }))).toBe(false);
  expect(isOfOrder(record('1', { value: null }))).toBe(false);
});
