import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { problemsPage } from './page.ts';
import { problemKinds } from './table.ts';

const root = join(import.meta.dirname, '../../../..');
const sources = globSync('{apps,libs}/*/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('problems/table.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe('the table of problems', () => {
  it.each(problemKinds)('$code ($status) is a slug, an error, and has a title that is a sentence', (kind) => {
    expect(kind.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kind.status).toBeGreaterThanOrEqual(400);
    expect(kind.title).toMatch(/^[A-Z][^.]{10,}$/);
  });

  it.each(problemKinds)('$code is answered somewhere', ({ code }) => expect(sources).toContain(`'${code}'`));

  it('is what docs/problems.md shows', () =>
    expect(readFileSync(join(root, 'docs/problems.md'), 'utf8')).toBe(problemsPage()));
});
