import { join } from 'node:path';
import { type Topic, topics } from '@offset-zero/contracts';
import { conflicts, type RecordSchema, readTopic, refusals, topicsIn } from '@offset-zero/contracts/gate';
import { fieldsOf, without } from './fields.ts';
import { readersOf } from './readers/files.ts';
import { covers, type Readers } from './readers/readers.ts';

export interface Answer {
  may: boolean;
  lines: string[];
}

/** Whether `Customer.email` may go: who reads it in this repository, and what the gate says of a schema without it. */
export function mayDrop(workspace: string, topic: string, field: string): Answer {
  const schemas = join(workspace, 'schemas');
  const known = topicsIn(schemas);
  if (!known.includes(topic)) return no(`there is no topic ${topic}, only ${known.join(', ')}`);
  const { records } = readTopic(schemas, topic);
  const [name, ...rest] = field.split('.');
  const record = records.get(name!);
  if (!record) return no(`${topic} has no record ${name}, only ${[...records.keys()].join(', ')}`);
  const path = rest.join('.');
  const fields = fieldsOf(record.current);
  if (!fields.includes(path)) return no(`${name} has no field "${path}", only ${fields.join(', ')}`);
  const released = record.released.map(({ schema }) => schema);
  return answer(topic, name!, path, readersOf(workspace, topic), record.current, released);
}

const no = (...lines: string[]): Answer => ({ may: false, lines });

/** The same, once everything is read. */
export function answer(
  topic: string,
  record: string,
  path: string,
  readers: Readers[],
  current: RecordSchema,
  released: RecordSchema[],
): Answer {
  const field = `${record}.${path}`;
  const read = readers.flatMap(({ service, reads }) => readBy(service, reads[record] ?? {}, path));
  const refused = refusals(`${topic}/${record}`, conflicts(without(current, path), released), 'a schema without it');
  const owner = Object.values(topics as Record<string, Topic>).find(({ name }) => name === topic)?.owner;
  if (refused.length > 0) return no(...read, ...refused);
  if (read.length > 0)
    return no(...read, `${field} may go once nobody reads it: change those, deploy them, and ask again`);
  return {
    may: true,
    lines: [
      `nobody reads ${field} here, and every released version can do without it`,
      `Take it out of schemas/${topic}/${record}.avsc and out of ${owner ?? 'its owner'}, then: npm run contracts -- release ${topic}`,
    ],
  };
}

function readBy(service: string, reads: Record<string, string[]>, path: string): string[] {
  const found = Object.entries(reads).filter(([read]) => covers(read, path));
  return found.map(([read, files]) => {
    const whole = read.endsWith('*') ? ' as a part of the whole, which goes on from there' : '';
    return `${service} reads it${whole}: ${files.map((file) => `apps/${service}/src/${file}`).join(', ')}`;
  });
}
