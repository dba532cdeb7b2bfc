import type { ToldRecord, Topic } from '@offset-zero/contracts';
import type { StepBody } from './trace.body.ts';

export type Step = Omit<StepBody, 'readers'>;

/** Of what nobody can tell the time: it stands before everything. */
const NO_TIME = new Date(0).toISOString();

const isTime = (text: string | undefined): text is string => !Number.isNaN(Date.parse(text ?? ''));

/** A record as a step of a trace: who wrote it, when, and because of what. */
export function stepOf({ kind, owner }: Topic, { time, headers, ...record }: ToldRecord): Step {
  const { topic, partition, offset, type, key, value, undecodable } = record;
  const traceId = headers.traceparent?.split('-')[1];
  const publishedAt = time ?? NO_TIME;
  return {
    at: isTime(headers.ce_time) ? headers.ce_time : publishedAt,
    publishedAt,
    ...{ topic, kind, partition, offset, type, key },
    service: headers.ce_source?.replace(/^\//, '') ?? owner,
    id: headers.ce_id ?? `${topic}/${partition}@${offset}`,
    ...(headers.ce_causationid === undefined ? {} : { causedBy: headers.ce_causationid }),
    ...(traceId === undefined ? {} : { traceId }),
    value,
    ...(undecodable === undefined ? {} : { undecodable }),
  };
}
