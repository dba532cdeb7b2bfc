import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '@offset-zero/platform/environment';

const run = promisify(execFile);
/** Written last: what is without was interrupted, and is installed again. */
const INSTALLED = 'installed';
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** There is no Python here that the tools could be installed for; the message is one line. */
export class NoPython extends Error {}

/**
 * The folder with the fuzzer, `schemathesis`, and a generator of clients, `openapi-python-client`: installed at the first
 * call, into a virtual environment of their own, in the versions that requirements.txt names; another requirements.txt is
 * another environment. Throws NoPython.
 */
export async function pythonTools(): Promise<string> {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const home = join(root, 'node_modules/.cache/offset-zero', `fuzz-${version}`);
  if (!existsSync(join(home, INSTALLED))) await install(home);
  return join(home, 'bin');
}

async function install(home: string): Promise<void> {
  await run('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))']).catch(() => {
    throw new NoPython('The fuzzer needs Python 3.10 or later with venv: apt-get install python3 python3-venv');
  });
  await run('python3', ['-m', 'venv', '--clear', home]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS];
  await run(join(home, 'bin/python'), pip);
  await writeFile(join(home, INSTALLED), '');
}
