import type { Topic } from '@offset-zero/contracts';

type RecordSchema = Topic['records'][string]['schema'];
type Schema = RecordSchema['fields'][number]['type'];

export interface Field {
  /** `lines[].price.currency`. */
  path: string;
  type: string;
  /** What a reader sees where the field is missing; '' where it must be there. */
  standard: string;
  doc: string;
}

const nameOf = (schema: Schema): string => {
  if (schema === null || typeof schema === 'string') return String(schema).split('.').at(-1)!;
  if (Array.isArray(schema)) return `${nameOf(schema[1])} or null`;
  if ('items' in schema) return `list of ${nameOf(schema.items)}`;
  if ('symbols' in schema) return schema.symbols.join(' | ');
  return 'logicalType' in schema ? schema.logicalType : schema.name;
};

/** The record that a field holds, behind null and lists, and how a path goes on into it. */
function inside(schema: Schema, known: Map<string, RecordSchema>, into = '.'): [RecordSchema, string] | undefined {
  if (Array.isArray(schema)) return inside(schema[1], known, into);
  if (typeof schema === 'string') {
    const found = known.get(schema.split('.').at(-1)!);
    return found && [found, into];
  }
  if ('items' in schema) return inside(schema.items, known, `[]${into}`);
  if (!('fields' in schema)) return undefined;
  known.set(schema.name, schema);
  return [schema, into];
}

/** Every field of a record, those of the records within it by their paths. */
export function fieldsOf({ fields }: RecordSchema, before = '', known = new Map<string, RecordSchema>()): Field[] {
  return fields.flatMap(({ name, doc = '', type, default: standard }) => {
    const path = `${before}${name}`;
    const own = { path, type: nameOf(type), standard: standard === undefined ? '' : JSON.stringify(standard), doc };
    const [record, into] = inside(type, known) ?? [];
    return record ? [own, ...fieldsOf(record, `${path}${into}`, known)] : [own];
  });
}
