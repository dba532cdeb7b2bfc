import type { Tracer } from '@opentelemetry/api';
import type { Fact } from '@offset-zero/contracts';
import type { Outbox, OutboxRow } from '@offset-zero/outbox';
import { currentContext, inContext } from '../context/request-context.ts';
import { readTraceparent } from '../context/trace.ts';
import { begin, end, ending } from './spans.ts';

const SAMPLED = 1;

/** The outbox with a span for each append; the rows carry it on. What has no context, like a timer, has no trace. */
export function tracedOutbox(tracer: Tracer, outbox: Outbox): Outbox {
  const inSpan = <T>(facts: Fact[], work: () => Promise<T>): Promise<T> => {
    const context = currentContext();
    if (context === undefined || facts.length === 0) return work();
    const { span, ...trace } = begin(tracer, {
      name: 'outbox append',
      kind: 'INTERNAL',
      parent: context.traceparent,
      attributes: () => ({
        'messaging.batch.message_count': facts.length,
        'offset_zero.topics': [...new Set(facts.map(({ topic }) => topic.name))],
      }),
    });
    return inContext({ ...context, ...trace }, () => ending(span, work));
  };
  return {
    append: (sql, facts) => inSpan(facts, () => outbox.append(sql, facts)),
    write: (sql, statement, facts) => inSpan(facts, () => outbox.write(sql, statement, facts)),
  };
}

/**
 * A PRODUCER span for each row of a batch whose trace is recorded, which its message carries on. Gives what ends them:
 * the batch is committed, or not.
 */
export function publish(tracer: Tracer, rows: OutboxRow[]): (error?: Error) => void {
  const spans = rows.filter(isSampled).map((row) => {
    const { span, traceparent } = begin(tracer, {
      name: `send ${row.topic}`,
      kind: 'PRODUCER',
      parent: row.headers.traceparent,
      attributes: () => ({
        'messaging.system': 'kafka',
        'messaging.operation.type': 'send',
        'messaging.operation.name': 'send',
        'messaging.destination.name': row.topic,
        'messaging.message.id': row.event_id,
        'messaging.kafka.message.key': row.key,
      }),
    });
    row.headers.traceparent = traceparent;
    return span;
  });
  return (error) => spans.forEach((span) => end(span, error));
}

const isSampled = ({ headers }: OutboxRow): boolean =>
  ((readTraceparent(headers.traceparent)?.flags ?? 0) & SAMPLED) === SAMPLED;
