import { definitions, fullNameOf, nonNull, type RecordSchema, type Schema } from './schema.ts';

const SOME_TIME = Date.UTC(2026, 0, 31, 12);

/**
 * The same example for the same schema, always: strings say which field they are, numbers are 1, times are a noon in
 * January, lists have one item, nothing that may be null is, and an enum takes its second symbol (the first is UNKNOWN).
 */
export function sampleOf(schema: RecordSchema): Record<string, unknown> {
  const named = definitions(schema);
  const valueOf = (name: string, type: Schema): unknown => {
    const inner = nonNull(type);
    if (typeof inner === 'string') {
      const definition = named.get(inner);
      if (definition) return valueOf(name, definition);
      return PRIMITIVES[inner]?.(name);
    }
    if ('items' in inner) return [valueOf(name, inner.items)];
    if ('symbols' in inner) return inner.symbols[1] ?? inner.symbols[0];
    if ('fields' in inner) return recordOf(inner);
    return SOME_TIME;
  };
  const recordOf = ({ fields }: RecordSchema) =>
    Object.fromEntries(fields.map(({ name, type }) => [name, valueOf(name, type)]));
  return recordOf(named.get(fullNameOf(schema)) as RecordSchema);
}

const PRIMITIVES: Record<string, (name: string) => unknown> = {
  string: (name) => name,
  long: () => 1,
  int: () => 1,
  double: () => 1.5,
  boolean: () => true,
};
