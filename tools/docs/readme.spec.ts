import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';
import { README, withGeneratedRegions } from './readme.ts';
import { fill } from './regions.ts';

it('the README says what the manifests say (if not: npm run docs)', async () => {
  const text = readFileSync(README, 'utf8');
  expect(await withGeneratedRegions(text)).toBe(text);
});

it('a region that is missing is an error, not a silence', () => {
  expect(() => fill('nothing here', { map: 'x' })).toThrow('no region "map"');
  expect(fill('<!-- generated: map -->\nold\n<!-- end -->', { map: 'new' })).toContain('\nnew\n');
});

it('docs/operations/commands.md has a line for every command', () => {
  const page = readFileSync(join(root, 'docs/operations/commands.md'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const missing = Object.keys(scripts).filter(
    (name) => !new RegExp(`^\\| \`npm (run )?(-s )?${name}\\b`, 'm').test(page),
  );
  expect(missing).toEqual([]);
});
