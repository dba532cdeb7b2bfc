import { describe, expect, it } from '@jest/globals';
import { conflicts, unreadable } from './compatibility.ts';
import { schemaFiles } from './generate/files.ts';
import type { FieldSchema, RecordSchema } from './schema.ts';

const record = (...fields: FieldSchema[]): RecordSchema => ({ type: 'record', name: 'shop.R', fields });
const id: FieldSchema = { name: 'id', type: 'string' };
const colour = (symbols: string[], fallback?: string): FieldSchema => ({
  name: 'colour',
  type: { type: 'enum', name: 'shop.Colour', symbols, default: fallback },
});

describe('full compatibility', () => {
  it('allows a new field with a default', () =>
    expect(conflicts(record(id, { name: 'note', type: 'string', default: '' }), record(id))).toEqual([]));

  it('refuses a new field without one: the old writer has no value for it', () => {
    const wider = record(id, { name: 'note', type: 'string' });
    expect(unreadable(wider, record(id))).toMatch(/note/);
    expect(unreadable(record(id), wider)).toBeUndefined();
  });

  it('refuses to drop a field that had none', () => expect(conflicts(record(), record(id))).toHaveLength(1));

  it('refuses another type', () => expect(conflicts(record({ name: 'id', type: 'long' }), record(id))).toHaveLength(2));

  it('allows a new symbol where the enum has a default, and only there', () => {
    expect(
      conflicts(record(colour(['UNKNOWN', 'RED', 'BLUE'], 'UNKNOWN')), record(colour(['UNKNOWN', 'RED'], 'UNKNOWN'))),
    ).toEqual([]);
    expect(conflicts(record(colour(['RED', 'BLUE'])), record(colour(['RED'])))).toHaveLength(1);
  });
});

describe('every schema', () => {
  const all = Object.entries(schemaFiles()).flatMap(([topic, records]) =>
    Object.entries(records).map(([name, files]) => ({ file: `${topic}/${name}`, ...files })),
  );

  it.each(all)('$file is released, or lives with every version that is', ({ current, released }) => {
    expect(released.length).toBeGreaterThan(0);
    for (const version of released) expect(conflicts(current, version)).toEqual([]);
  });
});
