/** `node tools/jest/run.js <unit|int|e2e|chaos|smoke> [Jest's own arguments]`: Jest in the current project, ES modules and all. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [kind, ...more] = process.argv.slice(2);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const config = join(import.meta.dirname, `${kind}.config.js`);
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const child = spawn(
  process.execPath,
  [...node, jest, '--config', config, '--rootDir', process.cwd(), '--passWithNoTests', ...more],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
