import avro, { type Type } from 'avsc';
import { readExactLong, type Tap, writeExactLong } from './exact-long.ts';
import type { RecordSchema } from './schema.ts';

interface Internals {
  _read(tap: Tap): unknown;
  _skip(tap: Tap): void;
  _write(tap: Tap, value: unknown): void;
  _check(value: unknown, flags: unknown, hook?: (value: unknown, type: Type) => void, path?: string[]): boolean;
}

type Constructor = new (schema?: object, options?: object) => Type & Internals;

/** Lone surrogates have no UTF-8: written as they are, other languages' readers break on them. */
class WellFormedString extends (avro.types.StringType as unknown as Constructor) {
  override _check(value: unknown, flags: unknown, hook?: (value: unknown, type: Type) => void): boolean {
    if (typeof value === 'string' && !value.isWellFormed()) {
      hook?.(value, this);
      return false;
    }
    return super._check(value, flags, hook);
  }

  override _write(tap: Tap, value: unknown): void {
    if (typeof value === 'string' && !value.isWellFormed()) throw new Error('a lone surrogate');
    super._write(tap, value);
  }
}

const EXACT_IN_AVSC = 2 ** 52;

/** avsc doubles a long as a float: beyond 2^52 a negative one loses its last bit, and with it its sign. */
class ExactLong extends (avro.types.LongType as unknown as Constructor) {
  override _read(tap: Tap): number {
    const start = tap.pos;
    const value = tap.readLong();
    if (value < EXACT_IN_AVSC && value > -EXACT_IN_AVSC) return value;
    tap.pos = start;
    return readExactLong(tap);
  }

  override _write(tap: Tap, value: unknown): void {
    if ((value as number) < -EXACT_IN_AVSC && this._check(value, 0)) writeExactLong(tap, value as number);
    else super._write(tap, value);
  }
}

/** Broken bytes may announce more items than there are bytes: refused before anything is allocated for them. */
class BoundedArray extends (avro.types.ArrayType as unknown as Constructor) {
  declare readonly itemsType: Internals;

  // avsc gives this method to its resolvers too, with an `itemsType` of theirs: no other member may be used.
  override _read(tap: Tap): unknown[] {
    const items: unknown[] = [];
    for (let count = itemsIn(tap); count > 0; count = itemsIn(tap)) {
      while (count-- > 0) items.push(this.itemsType._read(tap));
    }
    return items;
  }

  override _skip(tap: Tap): void {
    for (let count = itemsIn(tap); count > 0; count = itemsIn(tap)) {
      while (count-- > 0) this.itemsType._skip(tap);
    }
  }
}

/** The number of items in the next block; 0 at the end of the array. */
function itemsIn(tap: Tap): number {
  const count = tap.readLong();
  if (count < 0) tap.readLong(); // the size of the block in bytes
  if (Math.abs(count) > tap.buf.length - tap.pos) throw new Error('more items than bytes');
  return Math.abs(count);
}

/** How every schema is compiled, ours and a writer's. */
export const avroOptions = {
  omitRecordMethods: true,
  typeHook(schema: unknown, options: object): Type | undefined {
    const type = (schema as { type?: unknown }).type ?? schema;
    const { logicalType } = schema as { logicalType?: string };
    if (type === 'string' && !logicalType) return STRING;
    if (type === 'long') return LONG;
    return type === 'array' ? new BoundedArray(schema as object, options) : undefined;
  },
};

const STRING = new WellFormedString();
const LONG = new ExactLong();

const compiled = new WeakMap<RecordSchema, Type>();

/** Our avsc type of a schema, made once. The objects it decodes are plain ones. */
export function compile(schema: RecordSchema): Type {
  const known = compiled.get(schema);
  if (known) return known;
  const type = avro.Type.forSchema(schema as avro.Schema, { ...avroOptions } as object);
  makePlain(type);
  compiled.set(schema, type);
  return type;
}

/** avsc gives its records a prototype of their own; without methods it only stands in the way of comparing them. */
function makePlain(type: Type): void {
  const { fields, itemsType, types, recordConstructor } = type as unknown as {
    fields?: { type: Type }[];
    itemsType?: Type;
    types?: Type[];
    recordConstructor?: { prototype: object };
  };
  if (recordConstructor?.prototype === Object.prototype) return; // a record that holds itself
  if (recordConstructor) recordConstructor.prototype = Object.prototype;
  for (const inner of [
    ...(fields ?? []).map((field) => field.type),
    ...(types ?? []),
    ...(itemsType ? [itemsType] : []),
  ]) {
    makePlain(inner);
  }
}
