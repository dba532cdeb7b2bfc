import { definitions, nonNull, type RecordSchema, type Schema } from '@offset-zero/contracts/gate';

/** Where each record type stands in a message: its simple name -> paths, '' for the message itself, `lines[].price`. */
export function placesOf(schema: RecordSchema): Map<string, string[]> {
  const named = definitions(schema);
  const places = new Map<string, string[]>();
  const enter = (record: RecordSchema, path: string): void => {
    places.set(record.name, [...(places.get(record.name) ?? []), path]);
    for (const { name, type } of record.fields) go(type, join(path, name));
  };
  const go = (schema: Schema, path: string): void => {
    const type = nonNull(schema);
    if (typeof type === 'string') return named.has(type) ? go(named.get(type)!, path) : undefined;
    if ('items' in type) return go(type.items, `${path}[]`);
    if ('fields' in type) enter(type, path);
  };
  enter(schema, '');
  return places;
}

/** A field of what lies at a path. */
export const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);
