import { describe, expect, it } from '@jest/globals';
import { definitions, nonNull, type RecordSchema, type Schema } from '../schema.ts';
import type { Topic } from '../topic.ts';
import { topics } from '../topics.ts';
import { goldenValues } from './golden-values.ts';

const table: Topic[] = Object.values(topics);
const records = table.flatMap((topic) => Object.values(topic.records).map(({ name, schema }) => ({ name, schema })));

/** What a value of this type may look like, and must somewhere in the golden values. */
function branches(schema: Schema, named: ReturnType<typeof definitions>): string[] {
  if (Array.isArray(schema)) return ['null', ...branches(nonNull(schema), named)];
  if (typeof schema === 'string') return named.has(schema) ? [] : schema === 'string' ? ['text'] : ['number'];
  if ('items' in schema) return ['empty list', 'list'];
  if ('symbols' in schema) return schema.symbols.map((symbol) => `symbol ${symbol}`);
  return 'fields' in schema ? [] : ['number'];
}

const looks = (value: unknown, schema: Schema): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'number') return 'number';
  const type = nonNull(schema);
  return typeof type === 'object' && 'symbols' in type ? `symbol ${value as string}` : 'text';
};

describe('golden values', () => {
  it.each(records)('of $name take every branch of every field', ({ schema }) => {
    const named = definitions(schema);
    const seen = new Map<string, Set<string>>();
    const note = (record: RecordSchema, values: object[]): void => {
      for (const { name, type } of record.fields) {
        const found = values.flatMap((value) => [(value as Record<string, unknown>)[name]]);
        const at = `${record.name}.${name}`;
        seen.set(at, new Set([...(seen.get(at) ?? []), ...found.map((value) => looks(value, type))]));
        const inner = nonNull(type);
        const items = typeof inner === 'object' && 'items' in inner ? inner.items : inner;
        const nested = typeof items === 'string' ? named.get(items) : items;
        if (typeof nested === 'object' && 'fields' in nested) note(nested, found.flat().filter(Boolean) as object[]);
      }
    };
    note(schema, goldenValues(schema));
    for (const type of named.values()) {
      if (!('fields' in type)) continue;
      for (const field of type.fields) {
        const missing = branches(field.type, named).filter((way) => !seen.get(`${type.name}.${field.name}`)?.has(way));
        expect([field.name, missing]).toEqual([field.name, []]);
      }
    }
  });

  it('are always the same, and begin with the defaults', () => {
    const [first] = goldenValues(topics.customer.records.Customer.schema);
    expect(first).toMatchObject({ firstName: '', category: 'UNKNOWN', registeredAt: 0 });
    expect(goldenValues(topics.customer.records.Customer.schema)[0]).toEqual(first);
  });

  it('reach the longest long that a number holds, and a text outside of the basic plane', () => {
    const all = JSON.stringify(goldenValues(topics.stock.records.Stock.schema));
    for (const part of ['9007199254740990', '-9007199254740990', '👩‍🚀']) expect(all).toContain(part);
  });
});
