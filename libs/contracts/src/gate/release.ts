import { goldenOf, type Released } from './golden.ts';
import { check, isReleased } from './check.ts';
import { SUMS, sumsOf } from './sums.ts';
import { goldenFile, schemaFile, type TopicFolder } from './topic-folder.ts';

export interface Release {
  /** The records that get a version. */
  versions: { record: string; version: number }[];
  /** What is to be written into `released/`: file name -> content. */
  files: Map<string, string>;
}

/** A release that must not be. `problems` has a line for each thing that is in the way. */
export class ReleaseRefused extends Error {
  override name = 'ReleaseRefused';
  readonly problems: string[];

  constructor(topic: string, problems: string[]) {
    super(`${topic} is not released:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The next version of every record of a topic whose working schema differs from its newest release. Nothing is written.
 * Throws `ReleaseRefused` when the topic does not pass the gate.
 */
export function release(folder: TopicFolder): Release {
  const { problems } = check(folder);
  if (problems.length > 0) throw new ReleaseRefused(folder.topic, problems);
  const versions: Release['versions'] = [];
  const files = new Map<string, string>();
  for (const [record, { current, released }] of folder.records) {
    if (isReleased(current, released)) continue;
    const version = released.length + 1;
    versions.push({ record, version });
    files.set(schemaFile(record, version), json(current));
    files.set(goldenFile(record, version), json(goldenOf(current, released as Released[])));
  }
  if (files.size > 0) files.set(SUMS, sumsOf(new Map([...folder.releasedFiles, ...files])));
  return { versions, files };
}
