import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { compile } from '../avro.ts';
import type { EnumSchema, FieldSchema, RecordSchema, Schema } from '../schema.ts';
import { breaks } from './readable.ts';

const DEFAULTS: Record<string, unknown> = { string: '', long: 0, boolean: false, Colour: 'UNKNOWN', Inner: undefined };
const leaf = fc.constantFrom('string', 'long', 'boolean');

const colour: Arbitrary<EnumSchema> = fc.record({
  type: fc.constant('enum' as const),
  name: fc.constant('Colour'),
  symbols: fc.subarray(['RED', 'BLUE', 'GREEN']).map((others) => ['UNKNOWN', ...others]),
  default: fc.constantFrom(undefined, 'UNKNOWN'),
});

/** A field that is there or not, of one type or another, with a default or without. */
const field = (name: string, type: Arbitrary<Schema>): Arbitrary<FieldSchema[]> =>
  fc.tuple(type, fc.boolean(), fc.boolean(), fc.boolean()).map(([inner, there, nullable, hasDefault]) => {
    if (!there) return [];
    const type: Schema = nullable ? ['null', inner] : inner;
    const fallback = nullable ? null : defaultOf(inner);
    return [hasDefault && fallback !== undefined ? { name, type, default: fallback } : { name, type }];
  });

function defaultOf(type: Schema): unknown {
  if (typeof type === 'string') return DEFAULTS[type];
  return 'items' in type ? [] : 'symbols' in type ? 'UNKNOWN' : undefined;
}

const recordOf = (name: string, fields: Arbitrary<FieldSchema[][]>): Arbitrary<RecordSchema> =>
  fields.map((found) => ({ type: 'record', name, fields: found.flat() }));
const inner = recordOf('Inner', fc.tuple(field('x', leaf), field('y', leaf)));
const thing = recordOf(
  'Thing',
  fc.tuple(
    field('a', leaf),
    field('b', colour),
    field('c', inner),
    field(
      'd',
      leaf.map((items) => ({ type: 'array' as const, items })),
    ),
  ),
);

const avscReads = (reader: RecordSchema, writer: RecordSchema): boolean => {
  try {
    compile(reader).createResolver(compile(writer));
    return true;
  } catch {
    return false;
  }
};

describe('our rules and avsc', () => {
  it('say the same of any two schemas in the language of our contracts', () => {
    const seen = { readable: 0, unreadable: 0 };
    fc.assert(
      fc.property(thing, thing, (reader, writer) => {
        const readable = breaks(reader, writer).length === 0;
        seen[readable ? 'readable' : 'unreadable']++;
        expect(readable).toBe(avscReads(reader, writer));
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.readable, seen.unreadable)).toBeGreaterThan(5);
  }, 60_000);
});
