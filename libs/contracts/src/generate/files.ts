import { join } from 'node:path';
import { format } from 'prettier';
import { readTopic, topicsIn } from '../gate/topic-folder.ts';
import { type SchemaFiles, typescriptOf } from './typescript.ts';

export const WORKSPACE = join(import.meta.dirname, '../../../..');
/** As in `.prettierrc.json`. */
export const STYLE = { singleQuote: true, printWidth: 120 };

export const schemasOf = (workspace: string): string => join(workspace, 'schemas');

/** Every schema of every topic, as it lies in `schemas/`. */
function schemaFiles(workspace = WORKSPACE): Record<string, Record<string, SchemaFiles>> {
  const schemas = schemasOf(workspace);
  return Object.fromEntries(topicsIn(schemas).map((topic) => [topic, recordsOf(schemas, topic)]));
}

function recordsOf(schemas: string, topic: string): Record<string, SchemaFiles> {
  const { records } = readTopic(schemas, topic);
  return Object.fromEntries(
    [...records].map(([name, { current, released }]) => [
      name,
      { current, released: released.map(({ schema }) => schema) },
    ]),
  );
}

/** The generated files of this library: path in the workspace -> content. */
export async function generatedTypes(workspace = WORKSPACE): Promise<Map<string, string>> {
  const files = Object.entries(schemaFiles(workspace)).map(async ([topic, records]): Promise<[string, string]> => {
    const text = await format(typescriptOf(topic, records), { ...STYLE, parser: 'typescript' });
    return [`libs/contracts/src/generated/${topic}.ts`, text];
  });
  return new Map(await Promise.all(files));
}

export const inWorkspace = (path: string): string => join(WORKSPACE, path);
