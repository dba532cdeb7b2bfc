import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@offset-zero/testing';
import { root } from '../environment.ts';
import { startTime } from '../pid-files.process.ts';

/** Who may be asked to run the system. */
export interface User {
  name: string;
  uid: number;
  gid: number;
}

/** A clone of the repository as it is now, inside a folder that only its owner may enter. */
export interface Clone {
  path: string;
  run(args: string[], env?: Record<string, string>): Run;
  /** Runs to its end. */
  call(args: string[], env?: Record<string, string>): Promise<{ code: number | null; output: string }>;
  remove(): void;
}

export interface Run {
  /** The npm process. */
  pid: number;
  output(): string;
  isOver(): boolean;
  says(text: string | RegExp): Promise<void>;
  ended: Promise<number | null>;
}

/** The environment of a person's shell: nothing of the test's own servers or of npm. */
const shell = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|NX_|KAFKA_|REGISTRY_|POSTGRES_|OIDC_|IDENTITY_|PORT_OFFSET|DATA_DIR|NODE_OPTIONS|INIT_CWD|JEST_)/.test(
        name,
      ),
  ),
);

export function makeClone(user: User): Clone {
  const home = mkdtempSync(join(tmpdir(), 'offset-zero-smoke-')); // mode 700
  const path = join(home, 'clone');
  mkdirSync(path);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  const present = files.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  const tar = spawnSync('tar', ['cf', '-', '--null', '-T', '-'], {
    cwd: root,
    input: present.join('\0'),
    maxBuffer: 1e9,
  });
  execFileSync('tar', ['xf', '-'], { cwd: path, input: tar.stdout });
  if (process.getuid?.() !== user.uid) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, home]);
  link('node_modules'); // after chown: a hard link has one owner
  utimesSync(join(path, 'package-lock.json'), 0, 0); // what is linked is installed
  mkdirSync(join(path, 'platform', 'target'), { recursive: true });
  for (const jars of globSync('platform/target/????????????', { cwd: root })) link(jars);

  function link(name: string): void {
    const hard = spawnSync('cp', ['-al', join(root, name), join(path, name)]);
    if (hard.status !== 0) execFileSync('cp', ['-a', join(root, name), join(path, name)]); // another file system
  }

  function run(args: string[], env: Record<string, string> = {}): Run {
    const as = process.getuid?.() === user.uid ? {} : { uid: user.uid, gid: user.gid };
    const child = spawn('npm', args, {
      cwd: path,
      env: { ...shell, HOME: home, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a signal to its pid is for npm alone
      ...as,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const isOver = () => child.exitCode !== null || child.signalCode !== null;
    return {
      pid: child.pid!,
      output: () => output,
      isOver,
      ended,
      says: (text) =>
        eventually(() => {
          if (output.match(text)) return;
          if (isOver()) throw new Error(`npm has ended:\n${output}`);
          throw new Error(`it has not said ${text}:\n${output}`);
        }, 120_000),
    };
  }

  return {
    path,
    run,
    async call(args, env) {
      const { ended, output } = run(args, env);
      return { code: await ended, output: output() };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The processes that a running system has recorded, the supervisor first. */
export function pidsOf(dataDir: string): number[] {
  const files = [join(dataDir, 'supervisor.pid'), ...globSync(join(dataDir, 'run', '*.pid'))];
  return files.filter((file) => existsSync(file)).map((file) => Number(readFileSync(file, 'utf8').split(' ')[0]));
}

/** Every process of this machine that has `text` in its command line. */
export function processesWith(text: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(text));
}

export const areGone = (pids: number[]): boolean => pids.every((pid) => startTime(pid) === undefined);
