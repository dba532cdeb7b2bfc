import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { check, readTopic, releaseTopic } from '../src/gate.ts';
import { schemasOf, WORKSPACE } from '../src/generate/files.ts';
import type { FieldSchema, RecordSchema } from '../src/schema.ts';

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'contracts-'));
  for (const folder of ['schemas', 'libs/contracts/src/generated'])
    cpSync(join(WORKSPACE, folder), join(workspace, folder), { recursive: true });
});
afterEach(() => rmSync(workspace, { recursive: true }));

const note: FieldSchema = { name: 'note', doc: 'A word.', type: ['null', 'string'], default: null };
const at = (...path: string[]) => join(schemasOf(workspace), 'customer', ...path);
const text = (...path: string[]) => readFileSync(at(...path), 'utf8');

/** Works on the copy of Customer.avsc. */
function edit(change: (fields: FieldSchema[]) => FieldSchema[]): void {
  const schema = JSON.parse(text('Customer.avsc')) as RecordSchema;
  writeFileSync(at('Customer.avsc'), JSON.stringify({ ...schema, fields: change(schema.fields) }));
}

async function release(dryRun = false): Promise<string[]> {
  const lines: string[] = [];
  await releaseTopic({ workspace, topic: 'customer', dryRun, log: (line) => lines.push(line) });
  return lines;
}

const passes = () => expect(check(readTopic(schemasOf(workspace), 'customer')).problems).toEqual([]);

describe('a release', () => {
  it('keeps the schema, golden bytes and checksums, and writes the types', async () => {
    const v1 = text('released', 'Customer.v1.golden.json');
    edit((fields) => [...fields, note]);
    expect(await release()).toEqual(['customer: Customer v2']);
    expect(readdirSync(at('released')).sort()).toEqual([
      'Customer.v1.avsc',
      'Customer.v1.golden.json',
      'Customer.v2.avsc',
      'Customer.v2.golden.json',
      'SHA256SUMS',
    ]);
    expect(JSON.parse(text('released', 'Customer.v2.avsc'))).toEqual(JSON.parse(text('Customer.avsc')));
    expect(text('released', 'Customer.v1.golden.json')).toBe(v1);
    const types = readFileSync(join(workspace, 'libs/contracts/src/generated/customer.ts'), 'utf8');
    expect(types).toContain('note: string | null;');
    expect(types).toContain('Customer: { current: CustomerV2, released: [CustomerV1, CustomerV2] }');
    passes();
  });

  it('follows another: each version with all before it', async () => {
    edit((fields) => [...fields, note]);
    await release();
    edit((fields) => fields.filter(({ name }) => name !== 'note'));
    expect(await release()).toEqual(['customer: Customer v3']);
    const { seenBy, sees } = JSON.parse(text('released', 'Customer.v3.golden.json')) as Record<string, object>;
    expect([Object.keys(seenBy!), Object.keys(sees!)]).toEqual([
      ['v1', 'v2'],
      ['v1', 'v2'],
    ]);
    passes();
  });

  it('of a topic that is new makes its first version', async () => {
    cpSync(at('Customer.avsc'), join(schemasOf(workspace), 'customer-2', 'Customer.avsc'));
    const lines: string[] = [];
    await releaseTopic({ workspace, topic: 'customer-2', dryRun: false, log: (line) => lines.push(line) });
    expect(lines).toEqual(['customer-2: Customer v1']);
    expect(check(readTopic(schemasOf(workspace), 'customer-2'))).toEqual({ problems: [], notes: [] });
  });

  it('writes nothing in a dry run', async () => {
    edit((fields) => [...fields, note]);
    expect(await release(true)).toEqual(['customer: Customer v2 could be released']);
    expect(readdirSync(at('released'))).toHaveLength(3);
  });

  it('writes nothing when nothing has changed', async () => {
    expect(await release()).toEqual(['customer: nothing has changed since its last release']);
    expect(readdirSync(at('released'))).toHaveLength(3);
  });

  it.each<[string, (fields: FieldSchema[]) => FieldSchema[], string]>([
    [
      'a field without a default that goes',
      (f) => f.filter(({ name }) => name !== 'lastName'),
      'Customer.lastName [field-without-default]',
    ],
    [
      'a new field without a default',
      (f) => [...f, { name: 'note', doc: 'A word.', type: 'string' }],
      'Customer.note [field-without-default]',
    ],
    [
      'another unit',
      (f) => f.map((x) => (x.name === 'updatedAt' ? { ...x, type: 'long' } : x)),
      'Customer.updatedAt [unit-changed]',
    ],
  ])('is refused for %s, and writes nothing', async (_, change, line) => {
    edit(change);
    await expect(release()).rejects.toThrow(line);
    await expect(release()).rejects.toThrow('a second topic');
    expect(readdirSync(at('released'))).toHaveLength(3);
  });

  it('is refused when a released file was touched', async () => {
    writeFileSync(at('released', 'Customer.v1.avsc'), text('released', 'Customer.v1.avsc').replace('string', 'bytes'));
    edit((fields) => [...fields, note]);
    await expect(release()).rejects.toThrow('Customer.v1.avsc: changed after its release');
  });

  it('is refused for a topic that is not there', () =>
    expect(releaseTopic({ workspace, topic: 'nope', dryRun: true, log: () => {} })).rejects.toThrow('only customer'));
});
