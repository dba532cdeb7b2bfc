import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { RecordSchema } from '../schema.ts';
import { type SchemaFiles, typescriptOf } from './typescript.ts';

const WORKSPACE = join(import.meta.dirname, '../../../..');
/** As in `.prettierrc.json`. */
export const STYLE = { singleQuote: true, printWidth: 120 };
const SCHEMAS = join(WORKSPACE, 'schemas');

const read = (...path: string[]): RecordSchema =>
  JSON.parse(readFileSync(join(SCHEMAS, ...path), 'utf8')) as RecordSchema;

/** Every schema of every topic, as it lies in `schemas/`. */
export function schemaFiles(): Record<string, Record<string, SchemaFiles>> {
  const topics = readdirSync(SCHEMAS).sort();
  return Object.fromEntries(topics.map((topic) => [topic, recordsOf(topic)]));
}

function recordsOf(topic: string): Record<string, SchemaFiles> {
  const files = readdirSync(join(SCHEMAS, topic)).filter((file) => file.endsWith('.avsc'));
  const names = files.map((file) => file.slice(0, -'.avsc'.length)).sort();
  return Object.fromEntries(
    names.map((name) => [name, { current: read(topic, `${name}.avsc`), released: releasedOf(topic, name) }]),
  );
}

function releasedOf(topic: string, name: string): RecordSchema[] {
  const files = new Set(readdirSync(join(SCHEMAS, topic, 'released')));
  const released: RecordSchema[] = [];
  for (let version = 1; files.has(`${name}.v${version}.avsc`); version++) {
    released.push(read(topic, 'released', `${name}.v${version}.avsc`));
  }
  const count = [...files].filter((file) => file.startsWith(`${name}.v`)).length;
  if (count > released.length) throw new Error(`schemas/${topic}/released: ${name}.v${released.length + 1} is missing`);
  return released;
}

/** The generated files of this library: path in the workspace -> content. */
export async function generatedTypes(): Promise<Map<string, string>> {
  const files = Object.entries(schemaFiles()).map(async ([topic, records]): Promise<[string, string]> => {
    const text = await format(typescriptOf(topic, records), { ...STYLE, parser: 'typescript' });
    return [`libs/contracts/src/generated/${topic}.ts`, text];
  });
  return new Map(await Promise.all(files));
}

export const inWorkspace = (path: string): string => join(WORKSPACE, path);
