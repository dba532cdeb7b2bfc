/** `npm run docs`: writes everything that is generated, in the order in which one is made of another. Tests compare it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '@offset-zero/platform/environment';
import { writeReaders } from './contracts/readers/files.ts';
import { asyncApiFiles } from './docs/asyncapi/files.process.ts';
import { DECISIONS, withDecisions } from './docs/decisions.ts';
import { OPS_PAGE, withHelp } from './docs/ops.ts';
import { README, withGeneratedRegions } from './docs/readme.ts';
import { WATCHING, withWatched } from './docs/watching.ts';

const generators = [
  ['contracts', 'generate'], // types, docs/topics.md
  ['service', 'generate'], // docs/problems.md
  ['tools', 'openapi'], // docs/openapi.json
  ['shop-web', 'generate'], // its types, made of that
  ['platform', 'docs'], // .env.example, the table in docs/operations/servers.md
];
for (const [project, script] of generators) {
  execFileSync('npm', ['run', '--silent', script!, '-w', `@offset-zero/${project}`], { cwd: root, stdio: 'inherit' });
}

await writeReaders(root);
for (const [file, content] of await asyncApiFiles()) writeFileSync(file, content);
for (const [page, filled] of [
  [README, withGeneratedRegions],
  [DECISIONS, withDecisions],
  [OPS_PAGE, withHelp],
  [WATCHING, withWatched],
] as const) {
  const before = readFileSync(page, 'utf8');
  const after = await filled(before);
  if (after !== before) writeFileSync(page, after);
}
console.log('The generated pages and regions are up to date');
