import type { Message } from '@offset-zero/messaging';
import type { Tracer } from '@opentelemetry/api';
import { inContext } from '../context/request-context.ts';
import { handle } from '../tracing/messages.ts';
import { ending } from '../tracing/spans.ts';

/** A message is handled in the trace of who wrote it, and causes what its handling writes. */
export const aroundMessages =
  (tracer: Tracer | undefined, service: string) =>
  <T>(message: Message, work: () => Promise<T>): Promise<T> => {
    const trace = handle(tracer, service, message);
    return inContext({ ...trace, causationId: message.id, seen: [] }, () => ending(trace.span, work));
  };
