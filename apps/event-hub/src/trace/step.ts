import type { Topic } from '@offset-zero/contracts';
import type { RecordBody } from '../records/record.body.ts';
import type { StepBody } from './trace.body.ts';

export type Step = Omit<StepBody, 'readers'>;

/** A record as a step of a trace: who wrote it, when, and because of what. */
export function stepOf({ kind, owner }: Topic, { time, headers, ...record }: RecordBody): Step {
  const { topic, partition, offset, type, key, value, undecodable } = record;
  const traceId = headers.traceparent?.split('-')[1];
  return {
    at: headers.ce_time ?? time,
    publishedAt: time,
    ...{ topic, kind, partition, offset, type, key },
    service: headers.ce_source?.replace(/^\//, '') ?? owner,
    id: headers.ce_id ?? `${topic}/${partition}@${offset}`,
    ...(headers.ce_causationid === undefined ? {} : { causedBy: headers.ce_causationid }),
    ...(traceId === undefined ? {} : { traceId }),
    value,
    ...(undecodable === undefined ? {} : { undecodable }),
  };
}
