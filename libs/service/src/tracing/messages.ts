import type { Attributes, Tracer } from '@opentelemetry/api';
import type { Committed, Message } from '@offset-zero/messaging';
import { begin, end, type Traced } from './spans.ts';

const processing = (topic: string, group: string, partition: number): Attributes => ({
  'messaging.system': 'kafka',
  'messaging.operation.type': 'process',
  'messaging.operation.name': 'process',
  'messaging.destination.name': topic,
  'messaging.destination.partition.id': String(partition),
  'messaging.consumer.group.name': group,
});

/** The CONSUMER span of a message, in the trace of who wrote it. A reaction's subscription is called as its topic. */
export const handle = (tracer: Tracer | undefined, service: string, message: Message): Traced =>
  begin(tracer, {
    name: `process ${message.topic}`,
    kind: 'CONSUMER',
    parent: message.headers.traceparent,
    attributes: () => ({
      ...processing(message.topic, `${service}.${message.topic}`, message.partition),
      'messaging.message.id': message.id,
      'messaging.kafka.message.key': message.key,
      'messaging.kafka.offset': message.offset,
      'offset_zero.record': message.record,
    }),
  });

/** One CONSUMER span for a batch that a view has applied: its messages come by thousands, and cost nothing each. */
export function recordBatch(tracer: Tracer, service: string, { ms, messages, ...at }: Committed): void {
  const { span } = begin(tracer, {
    name: `process ${at.topic}`,
    kind: 'CONSUMER',
    startTime: Date.now() - ms,
    attributes: () => ({
      ...processing(at.topic, `${service}.${at.subscription}`, at.partition),
      'messaging.batch.message_count': messages,
    }),
  });
  end(span);
}
