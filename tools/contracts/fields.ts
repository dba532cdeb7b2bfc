import { definitions, nonNull, type RecordSchema, type Schema } from '@offset-zero/contracts/gate';

/** The paths of every field of a record: `address`, `address.city`, `lines`, `lines[].quantity`. */
export function fieldsOf(schema: RecordSchema): string[] {
  const named = definitions(schema);
  const within = (type: Schema, path: string): string[] => {
    const inner = nonNull(type);
    if (typeof inner === 'string') return named.has(inner) ? within(named.get(inner)!, path) : [];
    if ('items' in inner) return within(inner.items, `${path}[]`);
    return 'fields' in inner ? fieldsIn(inner, `${path}.`) : [];
  };
  const fieldsIn = (record: RecordSchema, prefix: string): string[] =>
    record.fields.flatMap(({ name, type }) => [`${prefix}${name}`, ...within(type, `${prefix}${name}`)]);
  return fieldsIn(schema, '');
}

/** A record without the field at a path; where its type is used elsewhere too, without it there as well. */
export function without(schema: RecordSchema, path: string): RecordSchema {
  const names = path.replaceAll('[]', '').split('.');
  const changed = structuredClone(schema);
  let record: RecordSchema = changed;
  for (const name of names.slice(0, -1)) record = recordIn(changed, fieldOf(record, name).type);
  const dropped = names.at(-1)!;
  record.fields = record.fields.filter(({ name }) => name !== dropped);
  return changed;
}

const fieldOf = ({ fields }: RecordSchema, wanted: string) => fields.find(({ name }) => name === wanted)!;

function recordIn(root: RecordSchema, type: Schema): RecordSchema {
  const inner = nonNull(type);
  if (typeof inner === 'string') return definitions(root).get(inner) as RecordSchema;
  return 'items' in inner ? recordIn(root, inner.items) : (inner as RecordSchema);
}
