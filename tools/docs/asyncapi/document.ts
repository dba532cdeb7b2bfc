import { allTopics, isWholeValue, type Topic } from '@offset-zero/contracts';
import type { Manifest } from '@offset-zero/service/manifest';
import { HEADERS, headersOf } from './headers.ts';

type RecordType = Topic['records'][string];
export type Declared = Pick<Manifest, 'name' | 'summary' | 'owns' | 'sends' | 'keeps' | 'reactsTo'>;

const AVRO = 'application/vnd.apache.avro+json;version=1.9.0';
const BINDING = '0.5.0';
const ref = (...path: string[]) => ({ $ref: `#/${path.join('/')}` });

const SERVERS = {
  local: {
    host: '127.0.0.1:9092',
    protocol: 'kafka',
    summary: 'What `npm start` runs',
    bindings: {
      kafka: {
        schemaRegistryUrl: 'http://127.0.0.1:8081/apis/ccompat/v7',
        schemaRegistryVendor: 'apicurio',
        bindingVersion: BINDING,
      },
    },
  },
};

const message = (topic: Topic, { name, fullName, schema, sample }: RecordType) => ({
  name: fullName,
  title: name,
  summary: schema.doc,
  contentType: 'application/avro',
  headers: ref('components', 'schemas', 'headers'),
  payload: { schemaFormat: AVRO, schema },
  examples: [{ name: `a-${name}`, headers: headersOf(topic, fullName), payload: sample }],
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
  title: topic.name,
  summary: topic.summary,
  description: isWholeValue(topic) ? 'The latest value of a key is its whole value; null deletes it.' : undefined,
  servers: Object.keys(SERVERS).map((name) => ref('servers', name)),
  messages: Object.fromEntries(Object.keys(topic.records).map((name) => [name, ref('components', 'messages', name)])),
  tags: [{ name: topic.kind }],
  bindings: {
    kafka: {
      topic: topic.name,
      partitions: topic.partitions,
      topicConfiguration: Object.fromEntries(Object.entries(topic.config).map(setting)),
      bindingVersion: BINDING,
    },
  },
});

const operation = (action: 'send' | 'receive', service: string, topic: Topic, summary: string) => [
  `${service}.${action}.${topic.name}`,
  {
    action,
    title: `${service}: ${topic.name}`,
    summary,
    channel: ref('channels', topic.name),
    messages: Object.keys(topic.records).map((name) => ref('channels', topic.name, 'messages', name)),
    tags: [{ name: service }],
  },
];

const operationsOf = ({ name, owns, sends, keeps, reactsTo }: Declared) => [
  ...owns.map((topic) => operation('send', name, topic, `${name} publishes what it owns.`)),
  ...sends.map((topic) => operation('send', name, topic, `${name} asks for something.`)),
  ...keeps.map((view) => operation('receive', name, view.topic, `${name} folds it into its view ${view.name}.`)),
  ...reactsTo.map((topic) => operation('receive', name, topic, `${name} reacts to it.`)),
];

/** The table of topics, and who sends and receives, as an AsyncAPI 3 document. */
export function asyncApi(services: readonly Declared[]): object {
  const messages = allTopics.flatMap((topic) =>
    Object.values(topic.records).map((record): [string, object] => [record.name, message(topic, record)]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Offset Zero',
      version: '1.0.0',
      description: 'Values are Avro in the Confluent wire format, keys are plain UTF-8 strings.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: services.map(({ name, summary }) => ({ name, description: summary })),
    },
    defaultContentType: 'application/avro',
    servers: SERVERS,
    channels: Object.fromEntries(allTopics.map((topic) => [topic.name, channel(topic)])),
    operations: Object.fromEntries(services.flatMap(operationsOf)),
    components: { messages: Object.fromEntries(messages), schemas: { headers: HEADERS } },
  };
}
