import { definitions, type EnumSchema, type FieldSchema, type RecordSchema, type Schema } from '../schema.ts';

const WIDE = ['string', 'long', 'boolean'];

/** What cannot be repaired once a schema is released, however compatible it is (docs/decisions); empty when nothing is. */
export function flaws(schema: RecordSchema): string[] {
  const named = definitions(schema);
  return [...named.values()].flatMap((type) => [
    ...undocumented(type.name, type.doc),
    ...('symbols' in type ? enumFlaws(type) : []),
    ...('fields' in type ? type.fields.flatMap((field) => fieldFlaws(type.name, field, [...named.keys()])) : []),
  ]);
}

const undocumented = (at: string, doc?: string): string[] =>
  doc?.endsWith('.') ? [] : [`${at} has no doc, a sentence with its full stop`];

const enumFlaws = ({ name, symbols, default: fallback }: EnumSchema): string[] =>
  symbols[0] === 'UNKNOWN' && fallback === 'UNKNOWN'
    ? []
    : [`${name} does not begin with UNKNOWN as its default: no symbol could be added later`];

function fieldFlaws(record: string, field: FieldSchema, names: string[]): string[] {
  const at = `${record}.${field.name}`;
  const { doc, type, default: fallback } = field;
  return [
    ...undocumented(at, doc),
    ...(isWide(type, names)
      ? []
      : [`${at} is none of string, long, boolean, timestamp-millis, records, lists, nullable`]),
    ...(Array.isArray(type) && fallback !== null ? [`${at} may be null, so null must be its default`] : []),
    ...(isIdentity(field) && fallback !== undefined ? [`${at} is an identity or version, which has no default`] : []),
    ...('aliases' in field ? [`${at} has an alias, which old readers do not know: a rename is another field`] : []),
  ];
}

function isWide(schema: Schema, names: string[]): boolean {
  if (Array.isArray(schema)) return schema.length === 2 && schema[0] === 'null' && isWide(schema[1], names);
  if (typeof schema === 'string') return WIDE.includes(schema) || names.includes(schema);
  if ('items' in schema) return isWide(schema.items, names);
  return 'fields' in schema || 'symbols' in schema || schema.logicalType === 'timestamp-millis';
}

/** An id that may be missing is a reference, not an identity. */
const isIdentity = ({ name, type }: FieldSchema): boolean =>
  !Array.isArray(type) && (name === 'version' || name.endsWith('Id'));
