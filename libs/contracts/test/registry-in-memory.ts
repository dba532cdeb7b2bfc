import avro from 'avsc';
import { avroOptions } from '../src/avro.ts';
import type { Registry } from '../src/registry.ts';
import type { RecordSchema } from '../src/schema.ts';

/** A registry in a list: the id of a schema is its place, from 1. Anything registered is allowed. */
export function registryInMemory(): Registry & { register(schema: RecordSchema): number; asked: number[] } {
  const schemas: string[] = [];
  const asked: number[] = [];
  const register = (schema: RecordSchema) => {
    const text = JSON.stringify(schema);
    return schemas.includes(text) ? schemas.indexOf(text) + 1 : schemas.push(text);
  };
  return {
    asked,
    register,
    idOf: async (_subject, schema) => register(schema),
    async writer(id) {
      asked.push(id);
      const text = schemas[id - 1];
      return text === undefined ? undefined : avro.Type.forSchema(JSON.parse(text), { ...avroOptions } as object);
    },
  };
}
