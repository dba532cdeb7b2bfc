import { join as joinPath, relative } from 'node:path';
import { type RecordSchema, readTopic } from '@offset-zero/contracts/gate';
import { findApps } from '@offset-zero/platform/manifests.process';
import type { Manifest } from '@offset-zero/service/manifest';
import { join, placesOf } from './paths.ts';
import { programOf } from './program.ts';
import { type Use, usesIn, WHOLE } from './uses.ts';

/** Path of a field -> the files that read it, from the service's `src/`. `address.*` = the address as a whole. */
export type FieldReads = Record<string, string[]>;

/** `schemas/<topic>/readers/<service>.json`. */
export interface Readers {
  service: string;
  topic: string;
  /** By record. */
  reads: Record<string, FieldReads>;
}

interface FileUses {
  file: string;
  uses: Use[];
}

/** Who reads which fields of the topics of others, found in the sources of every service. */
export async function findReaders(workspace: string): Promise<Readers[]> {
  const program = programOf(workspace);
  const apps = await findApps(workspace);
  return apps.flatMap(({ manifest, folder }) => {
    const src = joinPath(folder, 'src');
    const files = program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.startsWith(`${src}/`))
      .map((file) => ({ file: relative(src, file.fileName), uses: usesIn(program, file) }));
    return consumed(manifest).map((topic) => ({
      service: manifest.name,
      topic,
      reads: readsOf(readTopic(joinPath(workspace, 'schemas'), topic).records, topic, files),
    }));
  });
}

const consumed = ({ keeps, reactsTo }: Manifest): string[] => [
  ...new Set([...keeps.map(({ topic }) => topic.name), ...reactsTo.map(({ name }) => name)]),
];

function readsOf(records: Map<string, { current: RecordSchema }>, topic: string, files: FileUses[]): Readers['reads'] {
  const ofTopic = files.map(({ file, uses }) => ({ file, uses: uses.filter((use) => use.topic === topic) }));
  const found = [...records].map(([name, { current }]) => [name, fieldReads(current, ofTopic)] as const);
  return Object.fromEntries(found.filter(([, reads]) => Object.keys(reads).length > 0));
}

/** The fields of one record, sorted; not the record that holds a field which is read itself. */
function fieldReads(schema: RecordSchema, files: FileUses[]): FieldReads {
  const places = placesOf(schema);
  const reads = new Map<string, Set<string>>();
  for (const { file, uses } of files) {
    for (const { name, property } of uses) {
      for (const place of places.get(name) ?? []) {
        const path = join(place, property);
        reads.set(path, (reads.get(path) ?? new Set()).add(file));
      }
    }
  }
  const paths = [...reads.keys()].sort();
  const leaves = paths.filter((path) => !paths.some((other) => isWithin(other, path)));
  return Object.fromEntries(leaves.map((path) => [path, [...reads.get(path)!].sort()]));
}

/** Whether a path leads into what lies at another. */
export const isWithin = (path: string, outer: string): boolean =>
  path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** Whether who reads `read` sees what is at `path`. */
export const covers = (read: string, path: string): boolean =>
  read === path ||
  isWithin(read, path) ||
  read === WHOLE ||
  (read.endsWith(`.${WHOLE}`) && isWithin(path, read.slice(0, -WHOLE.length - 1)));
