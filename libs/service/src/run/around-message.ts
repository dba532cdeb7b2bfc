import type { Message } from '@offset-zero/messaging';
import { inContext } from '../context/request-context.ts';
import { joinTrace } from '../context/trace.ts';

/** A message is handled in the trace of who wrote it, and causes what its handling writes. */
export const aroundMessage = <T>(message: Message, work: () => Promise<T>): Promise<T> =>
  inContext({ ...joinTrace(message.headers.traceparent), causationId: message.id, seen: [] }, work);
