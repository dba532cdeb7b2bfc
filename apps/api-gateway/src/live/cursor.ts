/** By topic (or what stands for it), the next offset of each partition. */
export type Positions = Map<string, number[]>;

/** What a client sends back to go on where it was. */
export interface Cursor {
  /** When it was given out, ms since 1970. Said by the client: it can only shorten what it gets. */
  at: number;
  /** By the first bytes of the topic's id, as hex. */
  positions: Positions;
}

const VERSION = 1;
const TAG_BYTES = 6;
const LONGEST = 4_096;

/** How a topic is called in a cursor: a topic that was deleted and created again has another id. */
export const tagOf = (topicId: string): string => topicId.slice(0, TAG_BYTES * 2);

/** A version, the time in seconds, then for each topic its tag, the number of partitions and their positions; base64url. */
export function encodeCursor({ at, positions }: Cursor): string {
  const bytes: number[] = [VERSION];
  varint(bytes, Math.floor(at / 1_000));
  for (const [tag, offsets] of positions) {
    for (let digit = 0; digit < TAG_BYTES * 2; digit += 2) bytes.push(parseInt(tag.slice(digit, digit + 2), 16));
    varint(bytes, offsets.length);
    for (const offset of offsets) varint(bytes, offset);
  }
  return Buffer.from(bytes).toString('base64url');
}

/** Undefined for anything that `encodeCursor` would not write. */
export function decodeCursor(text: string): Cursor | undefined {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const from = { bytes, at: 1 };
  const seconds = readVarint(from);
  const positions: Positions = new Map();
  while (from.at < bytes.length) {
    const tag = bytes.toString('hex', from.at, (from.at += TAG_BYTES));
    const partitions = Math.min(readVarint(from), bytes.length);
    positions.set(
      tag,
      Array.from({ length: partitions }, () => readVarint(from)),
    );
  }
  const cursor = { at: seconds * 1_000, positions };
  const isOurs = bytes[0] === VERSION && Number.isSafeInteger(cursor.at) && encodeCursor(cursor) === text;
  return isOurs ? cursor : undefined;
}

/** Least significant seven bits first, as in Protocol Buffers. */
function varint(bytes: number[], value: number): void {
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  bytes.push(value);
}

const MOST = Number.MAX_SAFE_INTEGER;

/** Beyond the end there are zeros; a number that is too large becomes one that nobody has written. */
function readVarint(from: { bytes: Buffer; at: number }): number {
  let value = 0;
  for (let unit = 1; unit <= MOST; unit *= 0x80) {
    const byte = from.bytes[from.at++] ?? 0;
    value += (byte & 0x7f) * unit;
    if (byte < 0x80) break;
  }
  return Math.min(value, MOST);
}
