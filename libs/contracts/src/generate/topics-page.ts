import { isWholeValue, type RecordType, type Topic } from '../topic.ts';
import type { FieldSchema, Schema } from '../schema.ts';
import { relayTopic, topics } from '../topics.ts';

const table: Topic[] = Object.values(topics);
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const code = (text: string) => `\`${text}\``;

function retention({ config }: Topic): string {
  if (config['cleanup.policy'] === 'compact') return 'the latest value of each key';
  return config['retention.ms'] === '-1' ? 'for ever' : duration(config['retention.ms']!);
}

const UNITS: [ms: number, name: string][] = [
  [86_400_000, 'day'],
  [60_000, 'minute'],
];

function duration(ms: string): string {
  const [length, unit] = UNITS.find(([length]) => Number(ms) % length === 0) ?? [1, 'ms'];
  const count = Number(ms) / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const overview = [
  row('topic', 'key', 'value', 'published by', 'kept', ''),
  row('---', '---', '---', '---', '---', '---'),
  ...table.map((topic) =>
    row(
      code(topic.name),
      topic.key,
      Object.keys(topic.records).join(', '),
      topic.owner,
      retention(topic),
      topic.summary,
    ),
  ),
];

function typeOf(schema: Schema): string {
  if (Array.isArray(schema)) return `${typeOf(schema[1])} or null`;
  if (typeof schema === 'string') return schema.split('.').at(-1)!;
  if ('items' in schema) return `list of ${typeOf(schema.items)}`;
  if ('symbols' in schema) return schema.symbols.join(', ');
  if ('fields' in schema) return `${schema.name} { ${schema.fields.map(({ name }) => name).join(', ')} }`;
  return schema.logicalType;
}

const field = ({ name, type, doc, default: value }: FieldSchema) =>
  row(code(name), typeOf(type), value === undefined ? '' : code(JSON.stringify(value)), doc ?? '');

const record = ({ name, fullName, subject, schema, released }: RecordType) => [
  `### ${name}`,
  `${schema.doc} ${code(fullName)}, subject ${code(subject)}, ${released.length} released.`,
  [row('field', 'type', 'default', ''), row('---', '---', '---', '---'), ...schema.fields.map(field)].join('\n'),
];

const settings = (topics: { name: string; partitions: number; config: Record<string, string> }[]) => {
  const names = [...new Set(topics.flatMap(({ config }) => Object.keys(config)))].sort();
  return [
    row('', ...topics.map(({ name }) => code(name))),
    row('---', ...topics.map(() => '---')),
    row('partitions', ...topics.map(({ partitions }) => partitions)),
    ...names.map((name) => row(code(name), ...topics.map(({ config }) => config[name] ?? ''))),
  ];
};

/** `docs/topics.md`: the topics, their settings, and every field of every message. */
export function topicsPage(): string {
  const blocks = [
    '# Topics',
    'Made from the table of topics (`libs/contracts/src/topics.ts`) and `schemas/` by `npm run docs`.',
    'Keys are plain UTF-8 strings, partitioned as the Java client does. Values are Avro in the Confluent wire format. On the topics that keep the latest value, null deletes the key.',
    overview.join('\n'),
    '## Settings',
    settings([...table, { ...relayTopic('<service>') }]).join('\n'),
    ...table.flatMap((topic) => [
      `## ${topic.name}`,
      `${topic.summary} Key: ${topic.key}. Published by ${topic.owner}.${isWholeValue(topic) ? ' Null deletes the key.' : ''}`,
      ...Object.values(topic.records).flatMap(record),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
