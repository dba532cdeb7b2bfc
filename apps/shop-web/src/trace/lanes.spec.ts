import { describe, expect, it } from '@jest/globals';
import { lanesOf, spaceFor } from './lanes.ts';
import type { TraceStep } from './trace.ts';

const at = (ms: number): string => new Date(Date.UTC(2026, 10, 21) + ms).toISOString();
const step = (service: string, type: string, ms: number, more: Partial<TraceStep> = {}): TraceStep => ({
  ...{ at: at(ms), publishedAt: at(ms + 2), topic: type, kind: 'events', partition: 0, offset: '0', type },
  ...{ key: 'o', service, id: type, value: {}, readers: [], ...more },
});
const reader = { subscription: 's', kind: 'reaction' as const };

const steps = [
  step('orders', 'OrderPlaced', 0),
  step('orders', 'ReserveStock', 0, {
    readers: [{ ...reader, service: 'stock', applied: true, appliedAt: at(12) }],
  }),
  step('stock', 'StockReserved', 11, {
    causedBy: 'ReserveStock',
    readers: [
      { ...reader, service: 'orders', applied: false },
      { ...reader, service: 'analytics', applied: true },
    ],
  }),
];
const { lanes, rows } = lanesOf({ steps });

describe('the lanes of a trace', () => {
  it('are the services in the order in which they wrote, then those that only read', () =>
    expect(lanes).toEqual(['orders', 'stock', 'analytics']));

  it('put each step into the lane of its writer, and lead to the lanes of its readers', () => {
    expect(rows.map(({ lane }) => lane)).toEqual([0, 0, 1]);
    expect(rows[2]!.readings.map(({ lane }) => lane)).toEqual([0, 2]);
  });

  it('tell how long it took from the log to the reader, where that is known', () => {
    expect(rows[1]!.readings[0]!.after).toBe(10);
    expect(rows[2]!.readings.map(({ after }) => after)).toEqual([undefined, undefined]);
  });

  it('hold together what one transaction wrote', () =>
    expect(rows.map(({ together, since, pause }) => [together, since, pause])).toEqual([
      [false, 0, undefined],
      [true, 0, 0],
      [false, 11, 11],
    ]));

  it('are none where there are no steps', () => expect(lanesOf({ steps: [] })).toEqual({ lanes: [], rows: [] }));
});

it('a longer pause takes more room, and never much', () => {
  const spaces = [0, 1, 10, 1_000, 60_000, 10 ** 9].map(spaceFor);
  expect(spaces).toEqual([...spaces].sort((a, b) => a - b));
  expect([spaces[0], spaces.at(-1)]).toEqual([0, 48]);
});
