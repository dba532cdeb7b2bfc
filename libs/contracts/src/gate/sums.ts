import { createHash } from 'node:crypto';

/** A file of checksums as `sha256sum` writes it; `sha256sum -c SHA256SUMS` checks it without us. */
export const SUMS = 'SHA256SUMS';

const sum = (content: string): string => createHash('sha256').update(content).digest('hex');

/** `SHA256SUMS` of files by name, sorted. */
export const sumsOf = (files: ReadonlyMap<string, string>): string =>
  [...files.keys()]
    .sort()
    .map((name) => `${sum(files.get(name)!)}  ${name}\n`)
    .join('');

/** What is no more as it was summed: a file changed, gone, or never released. */
export function sumProblems(files: ReadonlyMap<string, string>, sums: string): string[] {
  const known = new Map(
    sums
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const gone = [...known.keys()].filter((name) => !files.has(name)).map((name) => `${name}: released, and gone`);
  const others = [...files].flatMap(([name, content]) => {
    if (!known.has(name)) return [`${name}: not in ${SUMS}: a version is released by \`npm run contracts -- release\``];
    return known.get(name) === sum(content)
      ? []
      : [`${name}: changed after its release; what is released stays as it is`];
  });
  return [...gone, ...others].sort();
}
