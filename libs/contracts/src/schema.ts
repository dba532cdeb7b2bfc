/** The part of Avro's schema language that contracts are written in: no maps, no fixed, no union but nullable. */
export type Schema = string | RecordSchema | EnumSchema | ArraySchema | LogicalSchema | NullableSchema;

export interface RecordSchema {
  type: 'record';
  name: string;
  namespace?: string;
  doc?: string;
  fields: FieldSchema[];
}

export interface FieldSchema {
  name: string;
  doc?: string;
  type: Schema;
  default?: unknown;
}

export interface EnumSchema {
  type: 'enum';
  name: string;
  namespace?: string;
  doc?: string;
  symbols: string[];
  default?: string;
}

export interface ArraySchema {
  type: 'array';
  items: Schema;
}

export interface LogicalSchema {
  type: 'long';
  logicalType: 'timestamp-millis';
}

export type NullableSchema = ['null', Schema];

/** Namespace and name, as Avro joins them. */
export const fullNameOf = ({ namespace, name }: { namespace?: string; name: string }): string =>
  namespace ? `${namespace}.${name}` : name;

/** The schema behind `null | …`, or the schema itself. */
export const nonNull = (schema: Schema): Schema => (Array.isArray(schema) ? schema[1] : schema);

/** Every record and enum a schema defines, by full name. Throws when one name stands for two things. */
export function definitions(schema: Schema, found = new Map<string, RecordSchema | EnumSchema>()) {
  const type = nonNull(schema);
  if (typeof type === 'string' || type === null) return found;
  if ('items' in type) return definitions(type.items, found);
  if (!('name' in type)) return found;
  const name = fullNameOf(type);
  const known = found.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(type)) throw new Error(`${name} is defined twice, differently`);
  found.set(name, type);
  if ('fields' in type) for (const field of type.fields) definitions(field.type, found);
  return found;
}
