import type { ColumnType } from './columns.ts';

/** Room for the value that comes next, and where it goes. */
class Target {
  bytes = Buffer.allocUnsafeSlow(256 * 1024);
  at = 0;

  ensure(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.at + size));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }

  int32(value: number): void {
    this.at = this.bytes.writeInt32BE(value, this.at);
  }
}

interface Format {
  /** In pg_type. */
  oid: number;
  /** Throws `TypeError` for a value that the type does not have. */
  write(target: Target, value: unknown): void;
}

const MOST_BYTES_PER_UNIT = 3;
const TWO_TO_32 = 2 ** 32;

function writeText(target: Target, value: string, prefix = 0): void {
  target.ensure(4 + prefix + MOST_BYTES_PER_UNIT * value.length);
  const start = target.at + 4;
  const length = target.bytes.write(value, start + prefix);
  target.int32(prefix + length);
  target.at = start + prefix + length;
}

const formats: Record<ColumnType, Format> = {
  text: {
    oid: 25,
    write(target, value) {
      if (typeof value !== 'string') throw new TypeError(`${String(value)} is not a string`);
      writeText(target, value);
    },
  },
  bigint: {
    oid: 20,
    write(target, value) {
      if (!Number.isSafeInteger(value)) throw new TypeError(`${String(value)} is not a safe integer`);
      const high = Math.floor((value as number) / TWO_TO_32);
      target.ensure(12);
      target.int32(8);
      target.int32(high);
      target.at = target.bytes.writeUInt32BE((value as number) - high * TWO_TO_32, target.at);
    },
  },
  'double precision': {
    oid: 701,
    write(target, value) {
      if (typeof value !== 'number') throw new TypeError(`${String(value)} is not a number`);
      target.ensure(12);
      target.int32(8);
      target.at = target.bytes.writeDoubleBE(value + 0, target.at);
    },
  },
  boolean: {
    oid: 16,
    write(target, value) {
      if (typeof value !== 'boolean') throw new TypeError(`${String(value)} is not a boolean`);
      target.ensure(5);
      target.int32(1);
      target.at = target.bytes.writeUInt8(Number(value), target.at);
    },
  },
  jsonb: {
    oid: 3802,
    write(target, value) {
      const JSONB_VERSION = 1;
      const start = target.at;
      writeText(target, JSON.stringify(value), 1);
      target.bytes.writeUInt8(JSONB_VERSION, start + 4);
    },
  },
};

const target = new Target();

/**
 * The values as a one-dimensional Postgres array in its binary form (`array_send`): a third of the CPU of the text form,
 * here and there. Null and undefined are NULL. Throws `TypeError` for a value that the type does not have.
 */
export function binaryArray(type: ColumnType, values: readonly unknown[]): Buffer {
  const { oid, write } = formats[type];
  target.at = 20;
  let nulls = 0;
  for (const value of values) {
    if (value !== null && value !== undefined) write(target, value);
    else {
      nulls = 1;
      target.ensure(4);
      target.int32(-1);
    }
  }
  const end = target.at;
  target.at = 0;
  for (const word of [values.length === 0 ? 0 : 1, nulls, oid, values.length, 1]) target.int32(word);
  return Buffer.from(target.bytes.subarray(0, values.length === 0 ? 12 : end));
}
