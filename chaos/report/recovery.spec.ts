import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../journal.ts';
import type { Planned } from '../plan/fault.ts';
import { recoveryOf } from './recovery.ts';

const happened = (fault: Partial<Planned>, endedAt: number) => ({
  fault: { kind: 'kill', target: 'order-service', at: 0, ...fault } as Planned,
  beganAt: endedAt,
  endedAt,
});
const accepted = (op: JournalEntry['op'], at: number, answeredAt: number): JournalEntry => ({
  ...{ id: at, at, op, request: {}, outcome: 'accepted', attempts: 1, answeredAt },
});

describe('the recovery from a fault', () => {
  const writes = [
    accepted('order.place', 90, 130), // sent before
    accepted('customer.create', 105, 110), // needs somebody else
    accepted('order.place', 120, 150),
    accepted('order.place', 121, 145),
  ];
  const orders = [
    { orderId: 'o1', placedAt: 90, handledAt: 101 },
    { orderId: 'o2', placedAt: 120, handledAt: 180 },
    { orderId: 'o3', placedAt: 121 },
  ];

  it('is over when the first write sent after it, and needing whom it hit, is accepted; and an order handled', () =>
    expect(recoveryOf([happened({}, 100)], writes, orders)).toEqual([
      { kind: 'kill service', count: 1, write: { p50: 45, max: 45 }, order: { p50: 80, max: 80 } },
    ]));

  it('of a server is over with any write', () =>
    expect(recoveryOf([happened({ target: 'kafka' }, 100)], writes, orders)[0]!.write).toEqual({ p50: 10, max: 10 }));

  it('is told by kind, with the median and the longest', () => {
    const all = [happened({}, 100), happened({}, 119), happened({}, 120), happened({ target: 'postgres' }, 200)];
    expect(recoveryOf(all, writes, orders)).toEqual([
      { kind: 'kill postgres', count: 1, write: null, order: null },
      { kind: 'kill service', count: 3, write: { p50: 26, max: 45 }, order: { p50: 61, max: 80 } },
    ]);
  });

  it('does not count what never happened', () =>
    expect(recoveryOf([{ ...happened({}, 100), problem: 'it was down' }], writes, orders)).toEqual([]));
});
