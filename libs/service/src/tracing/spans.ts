import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TimeInput,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { joinTrace, readTraceparent, type Trace, writeTraceparent } from '../context/trace.ts';

/** A place in a trace, and the span that records it, where one does. */
export interface Traced extends Trace {
  span?: Span;
}

export interface Beginning {
  name: string;
  kind: keyof typeof SpanKind;
  /** The traceparent of what caused it; without one a trace begins. */
  parent?: string;
  /** Asked for only when a span begins. */
  attributes: () => Attributes;
  startTime?: TimeInput;
}

/** Begins a span; without a tracer, only the ids that are passed on. */
export function begin(tracer: Tracer | undefined, { name, kind, parent, startTime, ...rest }: Beginning): Traced {
  if (tracer === undefined) return joinTrace(parent);
  const options = { kind: SpanKind[kind], attributes: rest.attributes(), startTime };
  const span = tracer.startSpan(name, options, contextOf(parent));
  const { traceId, spanId, traceFlags } = span.spanContext();
  const traceparent = writeTraceparent(traceId, spanId, traceFlags);
  return span.isRecording() ? { traceId, spanId, traceparent, span } : { traceId, traceparent };
}

/** Ends a span, with what went wrong, if anything did. */
export function end(span: Span | undefined, error?: unknown): void {
  if (span === undefined) return;
  if (error !== undefined) fail(span, error);
  span.end();
}

/** What `work` gives; the span ends with it. */
export async function ending<T>(span: Span | undefined, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span?.end();
    return result;
  } catch (error) {
    end(span, error);
    throw error;
  }
}

/** Of the error only its kind and text: a stack is in the log, under the same trace id. */
function fail(span: Span, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

function contextOf(traceparent: string | undefined) {
  const parent = readTraceparent(traceparent);
  if (parent === undefined) return ROOT_CONTEXT;
  const { traceId, spanId, flags } = parent;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: flags, isRemote: true });
}
