/** `npm run docs`: writes everything that is generated, in the order in which one is made of another. Tests compare it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '@offset-zero/platform/environment';
import { writeReaders } from './contracts/readers/files.ts';
import { README, withGeneratedRegions } from './docs/readme.ts';

const generators = [
  ['contracts', 'generate'], // types, docs/topics.md, docs/asyncapi.json
  ['service', 'generate'], // docs/problems.md
  ['platform', 'docs'], // .env.example, the table in docs/operations/servers.md
];
for (const [project, script] of generators) {
  execFileSync('npm', ['run', '--silent', script!, '-w', `@offset-zero/${project}`], { cwd: root, stdio: 'inherit' });
}

await writeReaders(root);
const before = readFileSync(README, 'utf8');
const after = await withGeneratedRegions(before);
if (after !== before) writeFileSync(README, after);
console.log('The generated pages and regions are up to date');
