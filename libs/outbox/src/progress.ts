const ID_BYTES = 16;

/** Event ids (UUIDs as text) as they stand in a progress record: 16 bytes each, one after the other. */
export const packIds = (ids: string[]): Buffer => Buffer.from(ids.join('').replaceAll('-', ''), 'hex');

/** The ids of a progress record. */
export function unpackIds(packed: Buffer): string[] {
  const count = packed.length / ID_BYTES;
  return Array.from({ length: count }, (_, i) => packed.subarray(i * ID_BYTES, (i + 1) * ID_BYTES).toString('hex'));
}
