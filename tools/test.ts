/**
 * `npm test`: every check of the project. A stage that fails does not keep the next from running;
 * at the end stands again what failed, the last line is the count, and the exit code is 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withTestServers } from '@offset-zero/platform/test-servers';

type Count = {
  passed: number;
  failed: number;
  /** What to print again at the end: a file's failed tests with their messages, or a stage that said no. */
  failures?: string[];
};

const HELP = `npm test [-- <stage>...]

stages, in their order: format lint types unit int e2e chaos (all, when none is named)
  format  Prettier            unit  .spec.ts: the rules, no I/O
  lint    ESLint, boundaries  int   .int.spec.ts: each piece on the real Kafka, registry and Postgres
  types   the compiler        e2e   .e2e.spec.ts: the whole system, started as a user starts it
                              chaos a minute of the chaos run: npm run chaos -- --help`;

const root = join(import.meta.dirname, '..');

const stages: Record<string, () => Promise<Count>> = {
  format: () => check('prettier', ['--check', '--log-level=warn', '.']),
  lint: () => check('nx', ['run-many', '-t', 'lint']),
  types: async () =>
    sum([await check('nx', ['run-many', '-t', 'build']), await check('tsc', ['-p', 'tsconfig.spec.json'])]),
  unit: () => tests('unit', 'nx', ['run-many', '-t', 'test']),
  int: () => withTestServers((env) => tests('int', 'nx', ['run-many', '-t', 'test:int', '--parallel=3'], env)),
  e2e: () => tests('e2e', 'node', ['tools/jest/run.js', 'e2e']),
  chaos: () => tests('short-chaos', 'node', ['tools/jest/run.js', 'chaos']),
};

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path, ...env } });
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', (code) => resolve(code === 0)));
}

/** A tool that says yes or no counts as one test. */
async function check(command: string, args: string[]): Promise<Count> {
  const failures = [`${command} ${args.join(' ')}: its own output above says why`];
  return (await run(command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures };
}

/** The counts that Jest left behind; a run that failed without a failing test (a crash, say) counts as one failure. */
async function tests(kind: string, command: string, args: string[], env?: Record<string, string>): Promise<Count> {
  const results = join(root, '.results', kind);
  rmSync(results, { recursive: true, force: true });
  const green = await run(command, args, env);
  const counts = globSync('**/*.json', { cwd: results }).map(
    (file) => JSON.parse(readFileSync(join(results, file), 'utf8')) as Count,
  );
  const total = sum(counts);
  const silent = (!green && total.failed === 0) || total.passed + total.failed === 0;
  const silence = `${kind}: ended without a result of every project; its own output above says why`;
  return silent ? { ...total, failed: total.failed + 1, failures: [silence] } : total;
}

const sum = (counts: Count[]): Required<Count> => ({
  passed: counts.reduce((n, { passed }) => n + passed, 0),
  failed: counts.reduce((n, { failed }) => n + failed, 0),
  failures: counts.flatMap(({ failures = [] }) => failures),
});

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in stages));
  if (unknown.length > 0) {
    console.log(HELP);
    process.exitCode = wanted.includes('--help') ? 0 : 1;
    return;
  }
  const counts: Count[] = [];
  for (const [name, stage] of Object.entries(stages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = Date.now();
    console.log(`\n── ${name} ${'─'.repeat(72 - name.length)}`);
    const count = await stage().catch((error: Error) => ({ passed: 0, failed: 1, failures: [error.message] }));
    console.log(
      `── ${name}: ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - began) / 1000)} s`,
    );
    counts.push(count);
  }
  const { passed, failed, failures } = sum(counts);
  for (const failure of failures) console.log(`\n── failed: ${failure}`);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}

await main(process.argv.slice(2));
