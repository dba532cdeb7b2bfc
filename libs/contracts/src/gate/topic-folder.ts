import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordSchema } from '../schema.ts';
import type { Golden } from './golden.ts';
import { SUMS } from './sums.ts';

/** `schemas/<topic>/` as it lies on the disk. */
export interface TopicFolder {
  topic: string;
  /** By record name: the schema that is worked on, and the versions released so far, oldest first. */
  records: Map<string, { current: RecordSchema; released: { schema: RecordSchema; golden?: Golden }[] }>;
  /** Every file in `released/` but the checksums: name -> content. */
  releasedFiles: Map<string, string>;
  /** The checksums; '' when there are none. */
  sums: string;
}

const AVSC = '.avsc';

export const schemaFile = (record: string, version: number): string => `${record}.v${version}${AVSC}`;
export const goldenFile = (record: string, version: number): string => `${record}.v${version}.golden.json`;

/** The records that have a version among these files. */
export const recordsIn = (files: Iterable<string>): Set<string> =>
  new Set([...files].flatMap((file) => /^(.*)\.v\d+\.avsc$/.exec(file)?.[1] ?? []));

/** The names of the topics in a folder of schemas, sorted. */
export const topicsIn = (schemas: string): string[] =>
  readdirSync(schemas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Throws when a version is missing between two others. */
export function readTopic(schemas: string, topic: string): TopicFolder {
  const folder = join(schemas, topic);
  const files = filesIn(folder);
  const released = existsSync(join(folder, 'released')) ? filesIn(join(folder, 'released')) : new Map<string, string>();
  const sums = released.get(SUMS) ?? '';
  released.delete(SUMS);
  const names = [...files.keys()].filter((file) => file.endsWith(AVSC)).map((file) => file.slice(0, -AVSC.length));
  const records = names.sort().map((name) => {
    const current = JSON.parse(files.get(`${name}${AVSC}`)!) as RecordSchema;
    return [name, { current, released: versionsOf(topic, name, released) }] as const;
  });
  return { topic, records: new Map(records), releasedFiles: released, sums };
}

function versionsOf(topic: string, record: string, files: Map<string, string>) {
  const versions: { schema: RecordSchema; golden?: Golden }[] = [];
  for (let text; (text = files.get(schemaFile(record, versions.length + 1))) !== undefined;) {
    const golden = files.get(goldenFile(record, versions.length + 1));
    versions.push({
      schema: JSON.parse(text) as RecordSchema,
      golden: golden === undefined ? undefined : (JSON.parse(golden) as Golden),
    });
  }
  const count = [...files.keys()].filter((file) => file.startsWith(`${record}.v`) && file.endsWith(AVSC)).length;
  if (count > versions.length)
    throw new Error(`schemas/${topic}/released: ${schemaFile(record, versions.length + 1)} is missing`);
  return versions;
}

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
