/** An Avro schema as JSON: https://avro.apache.org/docs/1.12.0/specification/ */
export type Avro = string | Avro[] | AvroType;

interface AvroType {
  type: Avro;
  name?: string;
  namespace?: string;
  doc?: string;
  fields?: AvroField[];
  symbols?: string[];
  items?: Avro;
  values?: Avro;
  default?: unknown;
  logicalType?: string;
}

interface AvroField {
  name: string;
  type: Avro;
  doc?: string;
  default?: unknown;
}

export interface Field {
  /** From the record down: `address.city`, `lines[].price.currency`. */
  path: string;
  type: string;
  doc?: string;
  /** As JSON; undefined where there is none. */
  default?: string;
}

/** Every field of a record, those of the records in it included, in the order of the schema. */
export function fieldsOf(schema: Avro, known = new Map<string, AvroType>(), at = ''): Field[] {
  if (Array.isArray(schema)) return schema.flatMap((branch) => fieldsOf(branch, known, at));
  const type = typeof schema === 'string' ? undefined : schema;
  if (type === undefined) return [];
  if (type.name !== undefined) known.set(type.name, type);
  if (typeof type.type === 'object') return fieldsOf(type.type, known, at);
  if (type.items !== undefined) return fieldsOf(type.items, known, `${at}[]`);
  if (type.values !== undefined) return fieldsOf(type.values, known, `${at}{}`);
  return (type.fields ?? []).flatMap((field) => {
    const path = at === '' ? field.name : `${at}.${field.name}`;
    const self = { path, type: typeName(field.type), doc: field.doc, default: jsonOf(field.default) };
    return [self, ...fieldsOf(field.type, known, path)];
  });
}

const jsonOf = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

/** A type in the words of a reader: `timestamp-millis`, `string or null`, `list of OrderLine`, `A | B`. */
export function typeName(type: Avro): string {
  if (typeof type === 'string') return type.split('.').at(-1)!;
  if (Array.isArray(type)) {
    const nullLast = [...type].sort((a, b) => Number(a === 'null') - Number(b === 'null'));
    return nullLast.map(typeName).join(' or ');
  }
  if (type.logicalType !== undefined) return type.logicalType;
  if (type.symbols !== undefined) return type.symbols.join(' | ');
  if (type.items !== undefined) return `list of ${typeName(type.items)}`;
  if (type.values !== undefined) return `map of ${typeName(type.values)}`;
  return type.name ?? typeName(type.type);
}

export interface FieldChange {
  kind: 'added' | 'removed' | 'changed';
  path: string;
  before?: Field;
  after?: Field;
}

/** What happened to the fields between two versions; a new text in `doc` is none. */
export function fieldChanges(before: Avro, after: Avro): FieldChange[] {
  const was = new Map(fieldsOf(before).map((field) => [field.path, field]));
  const is = new Map(fieldsOf(after).map((field) => [field.path, field]));
  const removed = [...was.values()].filter(({ path }) => !is.has(path));
  const others = [...is.values()].flatMap((field): FieldChange[] => {
    const old = was.get(field.path);
    if (old === undefined) return [{ kind: 'added', path: field.path, after: field }];
    const isSame = old.type === field.type && old.default === field.default;
    return isSame ? [] : [{ kind: 'changed', path: field.path, before: old, after: field }];
  });
  return [...removed.map((field): FieldChange => ({ kind: 'removed', path: field.path, before: field })), ...others];
}

/** A schema as lines of JSON. */
export const linesOf = (schema: Avro): string[] => JSON.stringify(schema, null, 2).split('\n');
