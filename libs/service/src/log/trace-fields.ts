import type { Context } from '../context/request-context.ts';

/** What ties a log line to its trace: `spanId` where a span is recorded, `causationId` within the handling of a message. */
export interface TraceFields {
  traceId?: string;
  spanId?: string;
  causationId?: string;
}

export const traceFields = ({ traceId, spanId, causationId }: Partial<Context> = {}): TraceFields => ({
  ...(traceId === undefined ? {} : { traceId }),
  ...(spanId === undefined ? {} : { spanId }),
  ...(causationId === undefined ? {} : { causationId }),
});
