/** The part of avsc's cursor over bytes that its own types do not declare. */
export interface Tap {
  buf: Buffer;
  pos: number;
  readLong(): number;
}

const MOST_BYTES = 10;

/** A zigzag varint (Avro 1.12, "Binary Encoding"). Throws when a number cannot hold it exactly. */
export function readExactLong(tap: Tap): number {
  let zigzag = 0n;
  for (let read = 0; read < MOST_BYTES; read++) {
    const byte = tap.buf[tap.pos++] ?? 0;
    zigzag |= BigInt(byte & 0x7f) << BigInt(7 * read);
    if (byte < 0x80) break;
  }
  const value = Number((zigzag >> 1n) ^ -(zigzag & 1n));
  if (!Number.isSafeInteger(value)) throw new Error('a long that a number cannot hold');
  return value;
}

/** The opposite. Bytes beyond the buffer are counted, not written, as avsc does. */
export function writeExactLong(tap: Tap, value: number): void {
  let zigzag = BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
  for (; zigzag >= 0x80n; zigzag >>= 7n) tap.buf[tap.pos++] = Number(zigzag & 0x7fn) | 0x80;
  tap.buf[tap.pos++] = Number(zigzag);
}
