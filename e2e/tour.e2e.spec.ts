import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { api } from './shop.process.ts';
import { outputsOf, scriptOf, steady, tourOf } from './tour.ts';

const root = join(import.meta.dirname, '..');

it("the README's tour prints what the README says", () => {
  const steps = tourOf(readFileSync(join(root, 'README.md'), 'utf8'));
  expect(steps.length).toBeGreaterThan(5);
  const script = scriptOf(steps).replaceAll('http://127.0.0.1:8080/api', api);
  const printed = execFileSync('bash', ['-c', script], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = steps.map(({ output }) => output);
  const outputs = outputsOf(printed).map((output, i) => (said[i] === undefined ? undefined : steady(output)));
  expect(outputs).toEqual(said.map((output) => (output === undefined ? undefined : steady(output))));
});
