import { describe, expect, it } from '@jest/globals';
import { columnsOf, normalise } from './columns.ts';

describe('columns of a view', () => {
  it('are read off examples of its rows', () => {
    const row = { id: 'a', count: 3, share: 0.5, active: true, lines: [1], address: { city: 'Bern' } };
    expect(columnsOf([row])).toEqual([
      { name: 'id', type: 'text' },
      { name: 'count', type: 'bigint' },
      { name: 'share', type: 'double precision' },
      { name: 'active', type: 'boolean' },
      { name: 'lines', type: 'jsonb' },
      { name: 'address', type: 'jsonb' },
    ]);
  });

  it('take the type that any example shows, and jsonb when none does or two differ', () => {
    const rows = [
      { reason: null, never: null, mixed: 'a', rate: 1 },
      { reason: 'late', never: undefined, mixed: 1, rate: 1.5 },
    ];
    expect(columnsOf(rows).map(({ type }) => type)).toEqual(['text', 'jsonb', 'jsonb', 'double precision']);
  });

  it.each([[{ _key: 'a' }], [{ ['é'.repeat(32)]: 1 }], [{ at: new Date(0) }], [{ n: 1n }], [{ f: () => 1 }]])(
    'cannot be made of %p',
    (row) => expect(() => columnsOf([row])).toThrow(TypeError),
  );

  it('give back null for what is missing, and plain JSON', () => {
    const columns = columnsOf([{ a: 'a', b: { c: 1 }, d: 1 }]);
    expect(normalise<object>(columns, { a: undefined, b: { c: undefined, e: 2 } })).toStrictEqual({
      a: null,
      b: { e: 2 },
      d: null,
    });
  });
});
