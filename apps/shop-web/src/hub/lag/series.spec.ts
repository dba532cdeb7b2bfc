import { describe, expect, it } from '@jest/globals';
import type { History } from '../hub.ts';
import { busiest, chartOf, rowsOf, summaryOf } from './series.ts';

const history: History = {
  every: 2,
  from: '2026-11-21T10:00:00.000Z',
  to: '2026-11-21T10:00:06.000Z',
  series: [
    { kind: 'lag', service: 'orders', subscription: 'stock-events', topic: 'stock-events', points: [0, 7, 7, null] },
    { kind: 'outbox', service: 'orders', points: [0, 0, 1, 0] },
    { kind: 'lag', service: 'orders', subscription: 'customers', topic: 'customer', points: [0, 0, 0, 0] },
  ],
};
const start = Date.parse(history.from);

describe('a chart of the history', () => {
  const chart = chartOf(history, 'lag');

  it('has the lines of one kind, by name, and a time for each point', () => {
    expect(chart.lines.map(({ name }) => name)).toEqual(['orders / customers', 'orders / stock-events']);
    expect(chart.times).toEqual([start, start + 2_000, start + 4_000, start + 6_000]);
  });

  it('tells the latest, and the most with its first time', () =>
    expect(summaryOf(chart)).toEqual([
      { name: 'orders / customers', now: 0, most: 0, mostAt: undefined },
      { name: 'orders / stock-events', now: undefined, most: 7, mostAt: start + 2_000 },
    ]));

  it('draws the lines that were ever above zero', () =>
    expect(busiest(chart, 5).map(({ name }) => name)).toEqual(['orders / stock-events']));

  it('leaves a gap where nothing was known', () =>
    expect(rowsOf(chart.times, chart.lines).at(-1)).toEqual({
      ...{ time: start + 6_000, 'orders / customers': 0, 'orders / stock-events': null },
    }));

  it('names a view without its version, unless two versions are read', () => {
    const named = (...subscriptions: string[]) => {
      const series = subscriptions.map((subscription) => ({
        kind: 'lag' as const,
        service: 's',
        subscription,
        points: [],
      }));
      return chartOf({ ...history, series }, 'lag').lines.map(({ name }) => name);
    };
    expect(named('customers_1a2b3c4d', 'stock-events')).toEqual(['s / customers', 's / stock-events']);
    expect(named('customers_1a2b3c4d', 'customers_5e6f7a8b')).toEqual([
      's / customers_1a2b3c4d',
      's / customers_5e6f7a8b',
    ]);
  });

  it('of a kind that nobody has is empty', () => expect(chartOf(history, 'rate')).toEqual({ times: [], lines: [] }));
});
