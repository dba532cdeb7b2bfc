import fc, { type Arbitrary } from 'fast-check';
import { definitions, fullNameOf, type RecordSchema, type Schema } from '../src/schema.ts';

const SAFE_LONG = 2 ** 53 - 2;
const long = fc.oneof(
  fc.integer({ min: -SAFE_LONG, max: SAFE_LONG }),
  fc.integer(),
  fc.constantFrom(0, SAFE_LONG, -SAFE_LONG),
);
const string = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }));

/** Any value of a schema. */
export function anyValueOf(schema: RecordSchema): Arbitrary<object> {
  const named = definitions(schema);
  const anyOf = (type: Schema): Arbitrary<unknown> => {
    if (Array.isArray(type)) return fc.option(anyOf(type[1]), { nil: null });
    if (type === 'string') return string;
    if (type === 'long') return long;
    if (typeof type === 'string') return anyOf(named.get(type)!);
    if ('items' in type) return fc.array(anyOf(type.items), { maxLength: 20 });
    if ('symbols' in type) return fc.constantFrom(...type.symbols);
    if ('fields' in type)
      return fc.record(Object.fromEntries(type.fields.map((field) => [field.name, anyOf(field.type)])), {
        noNullPrototype: true,
      });
    return long;
  };
  return anyOf(named.get(fullNameOf(schema)) as RecordSchema) as Arbitrary<object>;
}
