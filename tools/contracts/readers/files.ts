import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { findReaders, type Readers } from './readers.ts';

const FILES = 'schemas/*/readers/*.json';

/** The files of readers as they should be: path in the workspace -> content. */
export async function readersFiles(workspace: string): Promise<Map<string, string>> {
  const files = (await findReaders(workspace)).map(async (readers): Promise<[string, string]> => {
    const content = await format(JSON.stringify(readers), { parser: 'json', printWidth: 120 });
    return [`schemas/${readers.topic}/readers/${readers.service}.json`, content];
  });
  return new Map(await Promise.all(files));
}

/** The files of readers as they are. */
export const readersOnDisk = (workspace: string): Map<string, string> =>
  new Map(
    globSync(FILES, { cwd: workspace })
      .sort()
      .map((path) => [path, readFileSync(join(workspace, path), 'utf8')]),
  );

/** Writes them anew; those of a service that does not read a topic any more go. */
export async function writeReaders(workspace: string): Promise<void> {
  const files = await readersFiles(workspace);
  for (const path of readersOnDisk(workspace).keys()) if (!files.has(path)) rmSync(join(workspace, path));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
}

export const readersOf = (workspace: string, topic: string): Readers[] =>
  [...readersOnDisk(workspace)]
    .filter(([path]) => path.startsWith(`schemas/${topic}/`))
    .map(([, content]) => JSON.parse(content) as Readers);
