import {
  definitions,
  type EnumSchema,
  type FieldSchema,
  fullNameOf,
  type RecordSchema,
  type Schema,
} from '../schema.ts';

export interface SchemaFiles {
  current: RecordSchema;
  /** Oldest first. */
  released: RecordSchema[];
}

const PRIMITIVES: Record<string, string> = { string: 'string', long: 'number', boolean: 'boolean', null: 'null' };

const camelCase = (topic: string): string => topic.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascalCase = (topic: string): string => camelCase(`-${topic}`);
const doc = (text: string | undefined, indent = ''): string => (text ? `${indent}/** ${text} */\n` : '');

function typeOf(schema: Schema): string {
  if (typeof schema === 'string') return PRIMITIVES[schema] ?? schema.split('.').at(-1)!;
  if (Array.isArray(schema)) return `${typeOf(schema[1])} | null`;
  if ('items' in schema) return `${typeOf(schema.items)}[]`;
  return 'name' in schema ? schema.name : 'number';
}

const field = ({ name, doc: text, type }: FieldSchema): string => `${doc(text, '  ')}  ${name}: ${typeOf(type)};\n`;

const declaration = (schema: RecordSchema | EnumSchema): string =>
  'fields' in schema
    ? `${doc(schema.doc)}export interface ${schema.name} {\n${schema.fields.map(field).join('')}}\n`
    : `${doc(schema.doc)}export type ${schema.name} = ${schema.symbols.map((symbol) => `'${symbol}'`).join(' | ')};\n`;

/** Every type of the topic once: two records may share one, if they mean the same by it. */
function declarations(files: Record<string, SchemaFiles>): string[] {
  const found = new Map<string, RecordSchema | EnumSchema>();
  for (const { current } of Object.values(files)) definitions(current, found);
  const names = new Set([...found.values()].map(({ name }) => name));
  if (names.size < found.size) throw new Error(`two types of one name: ${[...found.keys()].join(', ')}`);
  return [...found.values()].map(declaration);
}

function versions(name: string, { current, released }: SchemaFiles): { constants: string; entry: string } {
  const json = (schema: RecordSchema) => JSON.stringify(schema, null, 2);
  const names = released.map((_, index) => `${name}V${index + 1}`);
  const constants = released.map((schema, index) => `const ${names[index]}: RecordSchema = ${json(schema)};\n`);
  const newest = released.at(-1);
  const isReleased = newest !== undefined && json(newest) === json(current);
  if (!isReleased) constants.push(`const ${name}Next: RecordSchema = ${json(current)};\n`);
  const latest = isReleased ? names.at(-1)! : `${name}Next`;
  return {
    constants: constants.join('\n'),
    entry: `  ${name}: { current: ${latest}, released: [${names.join(', ')}] },`,
  };
}

/** The TypeScript of one topic: an interface per Avro type, and the schemas themselves as constants. */
export function typescriptOf(topic: string, files: Record<string, SchemaFiles>): string {
  const records = Object.keys(files);
  for (const [name, { current }] of Object.entries(files)) {
    if (current.name !== name) throw new Error(`${topic}/${name}.avsc defines ${fullNameOf(current)}`);
  }
  const schemas = records.map((name) => versions(name, files[name]!));
  const type = `${pascalCase(topic)}Records`;
  return [
    `// Made from schemas/${topic}/ by \`npm run docs\`.\n` +
      `import type { RecordSchema } from '../schema.ts';\nimport type { Schemas } from '../topic.ts';\n`,
    ...declarations(files),
    `export type ${type} = { ${records.map((name) => `${name}: ${name}`).join('; ')} };\n`,
    ...schemas.map(({ constants }) => constants),
    `export const ${camelCase(topic)}Schemas: Schemas<${type}> = {\n${schemas.map(({ entry }) => entry).join('\n')}\n};\n`,
  ].join('\n');
}
