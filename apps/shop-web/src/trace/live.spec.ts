import { describe, expect, it } from '@jest/globals';
import { askAgainAfter, lacks } from './live.ts';
import type { OrderTrace, TraceStep } from './trace.ts';

const trace = { steps: [{ topic: 'order', partition: 1, offset: '7' }] } as OrderTrace;

it('a trace lacks what has arrived and is not among its steps', () => {
  expect(lacks(trace, [{ topic: 'order', partition: 1, offset: '7' }])).toBe(false);
  expect(lacks(trace, [{ topic: 'order', partition: 1, offset: '8' }])).toBe(true);
  expect(lacks(trace, [{ topic: 'stock', partition: 1, offset: '7' }])).toBe(true);
});

describe('a trace is asked for again', () => {
  const now = Date.UTC(2026, 10, 21);
  const step = (ageMs: number, applied: boolean) =>
    ({ publishedAt: new Date(now - ageMs).toISOString(), readers: [{ applied }] }) as TraceStep;

  it.each([
    [{ complete: true, steps: [step(1_000, true)] }, false],
    [{ complete: true, steps: [step(1_000, false)] }, 1_000],
    [{ complete: false, steps: [step(1_000, true)] }, 1_000],
    [{ complete: false, steps: [step(3_600_000, true)] }, 10_000],
    [{ complete: false, steps: [] }, 10_000],
  ])('%#: %j after %j', (asked, after) => expect(askAgainAfter(asked, now)).toBe(after));
});
