import type { Fact } from '@offset-zero/contracts';

/** Where a fact comes from: the request or message that caused it. */
export interface Trace {
  /** W3C Trace Context. */
  traceparent?: string;
  /** The id of the event or the request that this one follows from. */
  causationId?: string;
}

/**
 * CloudEvents 1.0, Kafka protocol binding, binary mode; `ce_id` is added when the row is published, from its event id.
 * The version of the thing and what caused the event travel as extension attributes.
 */
export function headersOf(fact: Fact, source: string, trace: Trace, now: Date): Record<string, string> {
  const { fullName } = fact.topic.records[fact.record]!;
  return {
    ce_specversion: '1.0',
    ce_type: fact.value === null ? `${fullName}.deleted` : fullName,
    ce_source: `/${source}`,
    ce_time: now.toISOString(),
    ce_subject: fact.key,
    'content-type': 'application/avro',
    ...(fact.version === undefined ? {} : { ce_version: String(fact.version) }),
    ...(trace.causationId === undefined ? {} : { ce_causationid: trace.causationId }),
    ...(trace.traceparent === undefined ? {} : { traceparent: trace.traceparent }),
  };
}
