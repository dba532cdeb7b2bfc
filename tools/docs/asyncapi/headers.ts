import type { Topic } from '@offset-zero/contracts';

const text = (description: string) => ({ type: 'string', description });

/** The headers every record carries: CloudEvents' Kafka binding in binary mode, and W3C trace context. */
export const HEADERS = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time', 'ce_subject'],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('Unique for each event.'),
    ce_type: text('The full name of the record; with `.deleted` behind it for a tombstone.'),
    ce_source: text('`/` and the service that published it.'),
    ce_time: text('When it was appended, RFC 3339.'),
    ce_subject: text('The key.'),
    ce_version: text('The version of the thing the key names.'),
    ce_causationid: text('The id of the event that led to this one; missing where a request or a timer did.'),
    'content-type': { type: 'string', const: 'application/avro' },
    traceparent: text('W3C trace context.'),
  },
};

/** As a relay writes them with a record of this topic. */
export const headersOf = ({ key, owner, kind }: Topic, fullName: string): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: '01a1fd79-dbfd-7a11-8bad-5d8158280b4c',
  ce_type: fullName,
  ce_source: `/${owner}`,
  ce_time: '2026-01-31T12:00:00.000Z',
  ce_subject: key.split(',')[0]!,
  ...(kind === 'whole-value' ? { ce_version: '1' } : {}),
  'content-type': 'application/avro',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
});
