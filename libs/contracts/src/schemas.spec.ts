import { describe, expect, it } from '@jest/globals';
import { schemaFiles } from './generate/files.ts';
import { definitions, type FieldSchema, type RecordSchema, type Schema } from './schema.ts';

/** What cannot be repaired after v1. */
const current = Object.entries(schemaFiles()).flatMap(([topic, records]) =>
  Object.values(records).map(({ current }) => [`${topic}/${current.name}`, current] as const),
);
const typesOf = (schema: RecordSchema) => [...definitions(schema).values()];
const fieldsOf = (schema: RecordSchema) => typesOf(schema).flatMap((type) => ('fields' in type ? type.fields : []));

const WIDE = ['string', 'long', 'boolean'];

function isWide(schema: Schema, names: string[]): boolean {
  if (Array.isArray(schema)) return schema.length === 2 && schema[0] === 'null' && isWide(schema[1], names);
  if (typeof schema === 'string') return WIDE.includes(schema) || names.includes(schema);
  if ('items' in schema) return isWide(schema.items, names);
  return 'name' in schema || schema.logicalType === 'timestamp-millis';
}

const isIdentity = ({ name }: FieldSchema) => name === 'version' || name.endsWith('Id');

describe.each(current)('%s', (_, schema) => {
  it('is documented, and so is each type and field in it', () => {
    for (const { name, doc } of [...typesOf(schema), ...fieldsOf(schema)])
      expect([name, doc]).toEqual([name, expect.stringMatching(/\.$/)]);
  });

  it('has wide types only, and no union but nullable', () => {
    const names = [...definitions(schema).keys()];
    expect(fieldsOf(schema).filter(({ type }) => !isWide(type, names))).toEqual([]);
  });

  it('has enums that begin with UNKNOWN, which is their default', () => {
    for (const type of typesOf(schema)) {
      if ('symbols' in type) expect([type.symbols[0], type.default]).toEqual(['UNKNOWN', 'UNKNOWN']);
    }
  });

  it('has a null default where null is allowed, and none on identity and version', () => {
    for (const field of fieldsOf(schema)) {
      if (Array.isArray(field.type)) expect([field.name, field.default]).toEqual([field.name, null]);
      else if (isIdentity(field)) expect([field.name, field.default]).toEqual([field.name, undefined]);
    }
  });
});
