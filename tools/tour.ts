/** `npm run tour`: walks the README's tour against the running shop and writes what it really prints into the README. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@offset-zero/platform/environment';
import { outputsOf, scriptOf, tourOf } from '@offset-zero/e2e/tour';
import { ask } from './seed/api.ts';

const HELP = `npm run tour

Walks the README's tour against the shop that runs, and writes what it really prints into the README.`;
if (process.argv.length > 2) {
  console.log(HELP);
  process.exit(process.argv[2] === '--help' ? 0 : 1);
}

const root = join(import.meta.dirname, '..');
const file = join(root, 'README.md');
const readme = readFileSync(file, 'utf8');
const steps = tourOf(readme);
const { door } = loadSettings();
await ask(`${door}/api`).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const script = scriptOf(steps).replaceAll('http://127.0.0.1:8080', door);
const { status, stdout } = spawnSync('bash', ['-c', script], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const outputs = outputsOf(stdout);
if (status !== 0) {
  console.error(`Step ${outputs.length} failed:\n${steps[outputs.length]?.commands}`);
  process.exit(1);
}

const told = steps.reduce((text, { commands, output }, i) => {
  if (output === undefined) return text;
  const before = `\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${output}\`\`\``;
  return text.replace(before, () => `\`\`\`sh\n${commands}\`\`\`\n\n\`\`\`text\n${outputs[i]!.trim()}\n\`\`\``);
}, readme);
writeFileSync(file, told);
console.log(told === readme ? 'The tour prints what the README says.' : 'README.md was updated.');
