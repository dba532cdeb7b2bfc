import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, createWriteStream, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { forget, kill, record } from './pid-files.process.ts';

/** How one of the system's processes is started, known to be ready, and ended. */
export interface Program {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Asks it to end in good order. */
  stopSignal: NodeJS.Signals;
  /** How long it may take over that, in ms, before it is killed. */
  patienceMs: number;
  /** Before every start: folders, configuration. */
  prepare?(): Promise<void> | void;
  /** Throws, with the reason, until the process does its work. */
  isReady(): Promise<void>;
  /** Sees every line of the log as it is written. */
  onLine?(line: string): void;
}

export interface Running {
  pid: number;
  /** Why it ended: `exit code 1`, `SIGKILL`. */
  ended: Promise<string>;
  stop(): Promise<void>;
  kill(): void;
}

export interface Folders {
  pids: string;
  logs: string;
}

const LOG_LIMIT = 20_000_000;

/** Starts a program in a process group of its own, recorded for the guard, its output in `<logs>/<name>.log`. */
export function launch(program: Program, folders: Folders): Running {
  const { name, command, args, cwd, env, uid, gid, stopSignal, patienceMs } = program;
  const log = openLog(join(folders.logs, `${name}.log`));
  const output = program.onLine ? 'pipe' : log;
  const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: ['ignore', output, output] });
  if (program.onLine) copyLines(child, log, program.onLine);
  else closeSync(log);

  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      forget(folders.pids, name);
      if (code !== 0) kill(-child.pid!, 'SIGKILL'); // what a killed Postgres leaves behind, say
      resolve(signal ?? `exit code ${code}`);
    });
  });
  if (child.pid !== undefined) record(folders.pids, name, child.pid, stopSignal);

  const pid = child.pid ?? 0;
  const hardKill = () => void (pid && kill(-pid, 'SIGKILL'));
  return {
    pid,
    ended,
    kill: hardKill,
    async stop() {
      if (pid) kill(pid, stopSignal);
      const late = setTimeout(hardKill, patienceMs);
      await ended;
      clearTimeout(late);
    },
  };
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

function copyLines(child: ChildProcess, log: number, onLine: (line: string) => void): void {
  const file = createWriteStream('', { fd: log });
  let open = 2;
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.pipe(file, { end: false });
    stream.once('close', () => --open === 0 && file.end());
    createInterface({ input: stream }).on('line', onLine);
  }
}
