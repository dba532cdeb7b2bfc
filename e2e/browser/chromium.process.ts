import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL = [
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
];
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars'],
];

/**
 * Starts a real Chromium without a window: `CHROMIUM`, or the one of the system. Where there is none it is installed from
 * Debian's packages, if that may be done without asking anybody (root, as in CI); else one line says what to do.
 */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: find() ?? install(), args: FLAGS });
}

const find = () => [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

function install(): string {
  if (process.getuid?.() === 0) {
    console.log('Installing Chromium from the packages of this system, once ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const [command, ...args] of INSTALL) spawnSync(command!, args, { stdio: 'inherit', env });
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'Chromium is missing: install it (Debian, Ubuntu: apt install chromium), or say where it is with CHROMIUM.',
  );
}
