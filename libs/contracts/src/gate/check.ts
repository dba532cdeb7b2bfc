import { isDeepStrictEqual } from 'node:util';
import { compile } from '../avro.ts';
import { type Conflict, conflicts } from '../compatibility/levels.ts';
import type { RecordSchema } from '../schema.ts';
import { flaws } from './flaws.ts';
import { goldenOf, goldenProblems, type Released } from './golden.ts';
import { refusal } from './refusal.ts';
import { sumProblems } from './sums.ts';
import type { TopicFolder } from './topic-folder.ts';

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
  for (const [name, { current, released }] of records) {
    const at = `${topic}/${name}`;
    const versions = released.filter((version): version is Released => version.golden !== undefined);
    if (versions.length < released.length) {
      problems.push(`${at}: a released version has no golden bytes`);
      continue;
    }
    versions.forEach((version, index) => {
      const earlier = versions.slice(0, index);
      problems.push(...lines(`${at} v${index + 1}`, goldenProblems(version, earlier)));
      problems.push(...refusals(at, version.schema, earlier, `v${index + 1}`));
    });
    const broken = invalid(current);
    if (broken) {
      problems.push(`${at}: not a schema: ${broken}`);
      continue;
    }
    const newest = versions.at(-1);
    if (newest && isDeepStrictEqual(newest.schema, current)) continue;
    notes.push(`${at}: not released yet, it would be v${versions.length + 1}`);
    const refused = refusals(at, current, versions, 'the working schema');
    problems.push(...lines(at, flaws(current)));
    problems.push(...(refused.length > 0 ? refused : unread(at, current, versions)));
  }
  return { problems, notes };
}

const lines = (at: string, problems: string[]): string[] => problems.map((problem) => `${at}: ${problem}`);

const refusals = (at: string, next: RecordSchema, earlier: Released[], what: string): string[] =>
  conflicts(
    next,
    earlier.map(({ schema }) => schema),
  ).map((conflict: Conflict) => refusal(at, conflict, what));

/** Our rules allow it, but do the readers manage? Both ways, on the bytes that a release would keep. */
function unread(at: string, current: RecordSchema, versions: Released[]): string[] {
  try {
    goldenOf(current, versions);
    return [];
  } catch (error) {
    return [`${at}: the golden bytes cannot be read: ${(error as Error).message}`];
  }
}

function invalid(schema: RecordSchema): string | undefined {
  try {
    compile(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
