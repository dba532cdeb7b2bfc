import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedTypes, schemasOf } from '../generate/files.ts';
import { release } from './release.ts';
import { SUMS } from './sums.ts';
import { readTopic, topicsIn } from './topic-folder.ts';

export interface ReleaseOptions {
  /** The folder that has `schemas/` and `libs/contracts/`. */
  workspace: string;
  topic: string;
  /** Everything is looked at, nothing written. */
  dryRun: boolean;
  log: (line: string) => void;
}

/**
 * Releases what has changed in a topic's schemas: keeps each with golden bytes and checksums under `released/` and writes
 * the types anew. Throws `ReleaseRefused` when the topic does not pass the gate.
 */
export async function releaseTopic({ workspace, topic, dryRun, log }: ReleaseOptions): Promise<void> {
  const schemas = schemasOf(workspace);
  const known = topicsIn(schemas);
  if (!known.includes(topic)) throw new Error(`there is no topic ${topic} in schemas/, only ${known.join(', ')}`);
  const { versions, files } = release(readTopic(schemas, topic));
  if (versions.length === 0) return log(`${topic}: nothing has changed since its last release`);

  for (const { record, version } of versions)
    log(`${topic}: ${record} v${version}${dryRun ? ' could be released' : ''}`);
  if (dryRun) return;
  const folder = join(schemas, topic, 'released');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) if (name !== SUMS) writeFileSync(join(folder, name), content, { flag: 'wx' });
  writeFileSync(join(folder, SUMS), files.get(SUMS)!);
  for (const [path, content] of await generatedTypes(workspace)) writeFileSync(join(workspace, path), content);
}
