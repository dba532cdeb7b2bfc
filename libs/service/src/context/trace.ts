import { randomFillSync } from 'node:crypto';

/** W3C Trace Context: `00-<trace id>-<span id>-<flags>`. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

export interface Trace {
  traceId: string;
  /** The span that is being recorded; undefined when none is. */
  spanId?: string;
  /** What is passed on: the same trace, a span of our own. */
  traceparent: string;
}

/** What a `traceparent` says; undefined when there is none or it is invalid (version ff, all zeros). */
export function readTraceparent(
  header: string | undefined,
): { traceId: string; spanId: string; flags: number } | undefined {
  const [, traceId, spanId, flags] = (header === undefined ? null : TRACEPARENT.exec(header)) ?? [];
  if (traceId === undefined || header?.startsWith('ff') || /^0+$/.test(traceId) || /^0+$/.test(spanId!))
    return undefined;
  return { traceId, spanId: spanId!, flags: parseInt(flags!, 16) };
}

export const writeTraceparent = (traceId: string, spanId: string, flags: number): string =>
  `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`;

/** Joins the trace the caller is in, or begins one; nothing is recorded. */
export function joinTrace(header: string | undefined): Trace {
  const caller = readTraceparent(header);
  const traceId = caller?.traceId ?? randomHex(16);
  return { traceId, traceparent: writeTraceparent(traceId, randomHex(8), caller?.flags ?? 1) };
}

/** Drawn in advance: to ask for so few bytes costs more than a whole span does. */
const drawn = Buffer.alloc(65_536);
let used = drawn.length;

function randomHex(bytes: number): string {
  if (used + bytes > drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn.toString('hex', used, (used += bytes));
}
