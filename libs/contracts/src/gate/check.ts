import { isDeepStrictEqual } from 'node:util';
import { compile } from '../avro.ts';
import { conflicts } from '../compatibility/levels.ts';
import type { RecordSchema } from '../schema.ts';
import { flaws } from './flaws.ts';
import { goldenOf, goldenProblems, type Released } from './golden.ts';
import { refusals } from './refusals.ts';
import { sumProblems } from './sums.ts';
import { recordsIn, type TopicFolder } from './topic-folder.ts';

export interface Report {
  /** What must not be; empty = the gate is open. */
  problems: string[];
  /** What may be, and should be known. */
  notes: string[];
}

/** Holds a topic's schemas against everything that was ever released of them. */
export function check({ topic, records, releasedFiles, sums }: TopicFolder): Report {
  const problems = sumProblems(releasedFiles, sums).map((problem) => `schemas/${topic}/released/${problem}`);
  const notes: string[] = [];
  for (const name of recordsIn(releasedFiles.keys()))
    if (!records.has(name)) problems.push(`${topic}/${name}: its schema is gone, and what it has written is not`);
  for (const [name, { current, released }] of records) {
    const at = `${topic}/${name}`;
    const versions = released.filter((version): version is Released => version.golden !== undefined);
    if (versions.length < released.length) problems.push(`${at}: a released version has no golden bytes`);
    else problems.push(...releasedProblems(at, versions), ...workingProblems(at, current, versions));
    if (!isReleased(current, versions)) notes.push(`${at}: not released yet, it would be v${released.length + 1}`);
  }
  return { problems, notes };
}

/** Whether the schema that is worked on is the newest release. */
export const isReleased = (current: RecordSchema, released: readonly { schema: RecordSchema }[]): boolean =>
  isDeepStrictEqual(released.at(-1)?.schema, current);

const releasedProblems = (at: string, versions: Released[]): string[] =>
  versions.flatMap((version, index) => {
    const earlier = versions.slice(0, index);
    const problems = goldenProblems(version, earlier).map((problem) => `${at} v${index + 1}: ${problem}`);
    return [...problems, ...incompatible(at, version.schema, earlier, `v${index + 1}`)];
  });

function workingProblems(at: string, current: RecordSchema, versions: Released[]): string[] {
  if (isReleased(current, versions)) return [];
  const broken = failure(() => compile(current));
  if (broken !== undefined) return [`${at}: not a schema: ${broken}`];
  const problems = [
    ...flaws(current).map((flaw) => `${at}: ${flaw}`),
    ...incompatible(at, current, versions, 'the working schema'),
  ];
  if (problems.length > 0) return problems;
  // Our rules allow it, but do the readers manage? Both ways, on the bytes that a release would keep.
  const unread = failure(() => goldenOf(current, versions));
  return unread === undefined ? [] : [`${at}: the golden bytes cannot be read: ${unread}`];
}

function incompatible(at: string, next: RecordSchema, earlier: Released[], what: string): string[] {
  const schemas = earlier.map(({ schema }) => schema);
  return refusals(at, conflicts(next, schemas), what);
}

function failure(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
