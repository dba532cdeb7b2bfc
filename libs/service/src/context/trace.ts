import { randomBytes } from 'node:crypto';

/** W3C Trace Context: `00-<trace id>-<span id>-<flags>`. */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

export interface Trace {
  traceId: string;
  /** What is passed on: the same trace, a span of our own. */
  traceparent: string;
}

/** Joins the trace the caller is in, or begins one when there is none or it is invalid (version ff, all zeros). */
export function joinTrace(header: string | undefined): Trace {
  const match = header === undefined ? null : TRACEPARENT.exec(header);
  const [, callers, parent, flags] = match ?? [];
  const valid = callers !== undefined && !header?.startsWith('ff') && !/^0+$/.test(callers) && !/^0+$/.test(parent!);
  const traceId = valid ? callers : randomBytes(16).toString('hex');
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${valid ? flags : '01'}` };
}
