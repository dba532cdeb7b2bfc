/**
 * Runs on whatever Node (20 and up) the machine has, before any dependency exists:
 * installs when node_modules is missing or older than the lock file, and lets npm say what it does.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json'); // npm's own note of what is installed

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  process.exit(1);
}

const isFresh = existsSync(installed) && (!existsSync(lock) || statSync(installed).mtimeMs >= statSync(lock).mtimeMs);
if (!isFresh) await install();

async function install() {
  console.log('Installing the packages of package-lock.json (once, about a minute) …');
  const npm = spawn('npm', ['install', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  const stop = () => npm.kill('SIGTERM');
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const parent = process.ppid;
  const orphaned = setInterval(() => process.ppid !== parent && stop(), 500); // `npm start` was ended, its shell told nobody
  const code = await new Promise((resolve) =>
    npm.on('exit', (code) => resolve(code ?? 1)).on('error', () => resolve(1)),
  );
  clearInterval(orphaned);
  if (code !== 0) {
    console.error('npm install did not succeed; its own lines above say why.');
    process.exit(1);
  }
  utimesSync(installed, new Date(), new Date()); // npm may write the lock file after it
}
