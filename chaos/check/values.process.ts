import avro, { type Type } from 'avsc';
import type { Value } from './facts.ts';

const MAGIC = 0;
const HEADER_BYTES = 5;
const NOT_FOUND = 404;

/** `undecodable` is the type of bytes that are no value; `error` in the value says why. */
export interface Decoded {
  type: string;
  value: Value;
}

/**
 * Decodes framed values with the schemas that they were written with; the registry is asked once for each id. Rejects when
 * the registry does not answer.
 */
export function valuesOf(registryUrl: string): (bytes: Buffer) => Promise<Decoded> {
  const types = new Map<number, Promise<Type | undefined>>();
  return async (bytes) => {
    if (bytes[0] !== MAGIC || bytes.length < HEADER_BYTES) return undecodable('not framed');
    const id = bytes.readInt32BE(1);
    if (!types.has(id)) types.set(id, typeOf(registryUrl, id));
    const type = await types.get(id);
    return type === undefined ? undecodable(`no schema ${id}`) : decoded(type, bytes.subarray(HEADER_BYTES));
  };
}

const undecodable = (error: string): Decoded => ({ type: 'undecodable', value: { error } });

/** As plain JSON: avsc gives its records a prototype of their own. */
function decoded(type: Type, body: Buffer): Decoded {
  try {
    const value = JSON.parse(JSON.stringify(type.fromBuffer(body))) as Value;
    return { type: type.name!.split('.').at(-1)!, value };
  } catch (error) {
    return undecodable((error as Error).message);
  }
}

async function typeOf(registryUrl: string, id: number): Promise<Type | undefined> {
  const answer = await fetch(`${registryUrl}/schemas/ids/${id}`);
  if (answer.status === NOT_FOUND) return undefined;
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} for the schema ${id}`);
  const { schema } = (await answer.json()) as { schema: string };
  return avro.Type.forSchema(JSON.parse(schema) as avro.Schema);
}
