import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RecordSchema } from '../schema.ts';
import { generatedDocs } from './docs.ts';
import { generatedTypes, inWorkspace } from './files.ts';
import { typescriptOf } from './typescript.ts';

const types = await generatedTypes();
const docs = await generatedDocs();
const onDisk = (path: string) => (existsSync(inWorkspace(path)) ? readFileSync(inWorkspace(path), 'utf8') : undefined);

describe('what is generated is up to date (npm run docs)', () => {
  it.each([...types, ...docs])('%s', (path, content) => expect(onDisk(path)).toBe(content));

  it('has no file of a topic that is gone', () =>
    expect(readdirSync(inWorkspace('libs/contracts/src/generated')).sort()).toEqual(
      [...types.keys()].map((path) => basename(path)).sort(),
    ));
});

describe('the generator', () => {
  const money = (fields: RecordSchema['fields']): RecordSchema => ({
    type: 'record',
    name: 'Money',
    namespace: 'shop',
    fields,
  });
  const using = (name: string, type: RecordSchema): RecordSchema => ({
    type: 'record',
    name,
    fields: [{ name: 'money', type }],
  });
  const files = (...schemas: RecordSchema[]) =>
    Object.fromEntries(schemas.map((current) => [current.name, { current, released: [current] }]));
  const amount = { name: 'amount', type: 'long' };

  it('writes a type that two records share once', () => {
    const text = typescriptOf('t', files(using('A', money([amount])), using('B', money([amount]))));
    expect(text.match(/interface Money/g)).toHaveLength(1);
  });

  it('refuses one name for two different types', () =>
    expect(() => typescriptOf('t', files(using('A', money([amount])), using('B', money([]))))).toThrow(
      'shop.Money is defined twice',
    ));

  it('refuses a file that does not define what it is called', () =>
    expect(() => typescriptOf('t', { Other: { current: money([amount]), released: [] } })).toThrow(
      't/Other.avsc defines shop.Money',
    ));

  it('keeps a schema that is not released apart from the released ones', () => {
    const next = money([amount, { name: 'note', type: ['null', 'string'], default: null }]);
    const text = typescriptOf('t', { Money: { current: next, released: [money([amount])] } });
    expect(text).toContain('Money: { current: MoneyNext, released: [MoneyV1] }');
    expect(text).toContain('note: string | null;');
  });
});
