import { isWholeValue, type RecordType, type Topic } from './topic.ts';
import { topics } from './topics.ts';

const AVRO = 'application/vnd.apache.avro+json;version=1.9.0';
const BINDING = '0.5.0';

/** The headers every record carries: CloudEvents' Kafka binding in binary mode, and W3C trace context. */
const text = (description: string) => ({ type: 'string', description });
const HEADERS = {
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
    ce_causationid: text('The id of the event or request that led to this one.'),
    traceparent: text('W3C trace context.'),
  },
};

const message = (topic: Topic, { name, schema }: RecordType) => ({
  name,
  title: name,
  summary: schema.doc,
  contentType: 'application/avro',
  headers: { $ref: '#/components/schemas/headers' },
  payload: { schemaFormat: AVRO, schema },
  bindings: {
    kafka: {
      key: { type: 'string', description: topic.key },
      schemaIdLocation: 'payload',
      schemaIdPayloadEncoding: 'confluent',
      bindingVersion: BINDING,
    },
  },
});

const setting = ([name, value]: [string, string]) =>
  name === 'cleanup.policy' ? [name, value.split(',')] : [name, /^-?\d+$/.test(value) ? Number(value) : value];

const channel = (topic: Topic) => ({
  address: topic.name,
  summary: topic.summary,
  description: isWholeValue(topic) ? 'The latest value of a key is its whole value; null deletes it.' : undefined,
  messages: Object.fromEntries(Object.values(topic.records).map((record) => [record.name, message(topic, record)])),
  bindings: {
    kafka: {
      topic: topic.name,
      partitions: topic.partitions,
      topicConfiguration: Object.fromEntries(Object.entries(topic.config).map(setting)),
      bindingVersion: BINDING,
    },
  },
});

/** The table of topics as an AsyncAPI 3 document. */
export function asyncApi(): object {
  const table: [string, Topic][] = Object.entries(topics);
  const operation = (id: string, topic: Topic) => ({
    action: 'send',
    channel: { $ref: `#/channels/${id}` },
    summary: `${topic.owner} publishes ${topic.name}.`,
  });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Offset Zero',
      version: '1.0.0',
      description: 'Values are Avro in the Confluent wire format, keys are plain UTF-8 strings.',
    },
    channels: Object.fromEntries(table.map(([id, topic]) => [id, channel(topic)])),
    operations: Object.fromEntries(table.map(([id, topic]) => [`${id}.publish`, operation(id, topic)])),
    components: { schemas: { headers: HEADERS } },
  };
}
