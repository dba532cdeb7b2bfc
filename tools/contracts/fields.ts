import { definitions, fullNameOf, nonNull, type RecordSchema, type Schema } from '@offset-zero/contracts/gate';

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
  return definedAtFirstUse(changed, definitions(schema));
}

/** What was defined in the field that went is defined where it is used first now. */
function definedAtFirstUse(schema: RecordSchema, before: ReturnType<typeof definitions>): RecordSchema {
  const defined = new Set<string>();
  const put = (type: Schema): Schema => {
    if (Array.isArray(type)) return ['null', put(type[1])];
    if (typeof type === 'string') return before.has(type) && !defined.has(type) ? put(before.get(type)!) : type;
    if ('items' in type) return { ...type, items: put(type.items) };
    if ('name' in type) defined.add(fullNameOf(type));
    return 'fields' in type ? inRecord(type) : type;
  };
  const inRecord = (record: RecordSchema): RecordSchema => ({
    ...record,
    fields: record.fields.map((field) => ({ ...field, type: put(field.type) })),
  });
  return put(schema) as RecordSchema;
}

const fieldOf = ({ fields }: RecordSchema, wanted: string) => fields.find(({ name }) => name === wanted)!;

function recordIn(root: RecordSchema, type: Schema): RecordSchema {
  const inner = nonNull(type);
  if (typeof inner === 'string') return definitions(root).get(inner) as RecordSchema;
  return 'items' in inner ? recordIn(root, inner.items) : (inner as RecordSchema);
}
