import { type Message, Missing } from '@offset-zero/messaging';
import type { Tracer } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { inContext } from '../context/request-context.ts';
import { handle } from '../tracing/messages.ts';
import { ending } from '../tracing/spans.ts';

/**
 * A message is handled in the trace of who wrote it, and causes what its handling writes. What goes wrong is logged there,
 * with its stack; a message that only waits for another is no news.
 */
export const aroundMessages =
  (service: string, log: Logger, tracer: Tracer | undefined) =>
  <T>(message: Message, work: () => Promise<T>): Promise<T> => {
    const { topic, partition, offset, key, id } = message;
    const trace = handle(tracer, service, message);
    return inContext({ ...trace, causationId: id, seen: [] }, () =>
      ending(trace.span, work).catch((error: unknown) => {
        const level = error instanceof Missing ? 'debug' : 'warn';
        log[level]({ err: error, topic, partition, offset, key }, 'A message could not be handled');
        throw error;
      }),
    );
  };
