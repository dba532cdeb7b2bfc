import { describe, expect, it } from '@jest/globals';
import { joinTrace } from './trace.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the trace of a request', () => {
  it('is that of the caller, with a span of our own', () => {
    const { traceId: joined, traceparent } = joinTrace(`00-${traceId}-00f067aa0ba902b7-00`);
    expect(joined).toBe(traceId);
    expect(traceparent).toMatch(new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-00$`));
  });

  it.each([
    undefined,
    '',
    'x',
    `ff-${traceId}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${traceId}-0000000000000000-01`,
    `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
  ])('begins anew for %j', (header) => {
    const trace = joinTrace(header);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(traceId);
    expect(trace.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});
