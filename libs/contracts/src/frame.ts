import type { Type } from 'avsc';
import { Undecodable } from './errors.ts';

/** Confluent's wire format: a zero, the schema id as a big-endian int32, the Avro body. */
export const HEADER_BYTES = 5;

const SCRATCH_BYTES = 64 * 1024;
const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);

/** The id of the schema that wrote these bytes, or undefined when they are not framed. */
export function schemaIdOf(bytes: Buffer): number | undefined {
  if (bytes.length < HEADER_BYTES || bytes[0] !== 0) return undefined;
  return bytes.readInt32BE(1);
}

/** The framed value. Throws what avsc throws when the value does not fit. */
export function frame(type: Type, schemaId: number, value: object): Buffer {
  const end = type.encode(value, scratch, HEADER_BYTES);
  const bytes = Buffer.allocUnsafe(end < 0 ? SCRATCH_BYTES - end : end);
  if (end < 0) type.encode(value, bytes, HEADER_BYTES);
  else scratch.copy(bytes, HEADER_BYTES, HEADER_BYTES, end);
  bytes[0] = 0;
  bytes.writeInt32BE(schemaId, 1);
  return bytes;
}

/** Throws `Undecodable` when the bytes are not framed. */
export function framedId(bytes: Buffer): number {
  const id = schemaIdOf(bytes);
  if (id === undefined) throw new Undecodable('not-avro-framed', `${bytes.length} bytes that are not framed Avro`);
  return id;
}
