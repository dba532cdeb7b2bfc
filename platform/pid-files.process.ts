import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A pid alone may have gone to another process since; with its start time it names one process for ever. */
export interface Recorded {
  pid: number;
  /** What ends it in good order. */
  signal: NodeJS.Signals;
  startedAt: string;
}

/** When this process began, in the words of its system; undefined when there is none. */
export function startTime(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined; // dead, its parent has just not looked
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

const isAlive = ({ pid, startedAt }: Recorded) => startTime(pid) === startedAt;

/** Remembers `pid` in `<folder>/<name>.pid`, so that guard.sh or the next start can end it when we cannot. */
export function record(folder: string, name: string, pid: number, signal: NodeJS.Signals): void {
  writeFileSync(join(folder, `${name}.pid`), `${pid} ${signal} ${startTime(pid) ?? 'gone'}\n`, { mode: 0o600 });
}

export const forget = (folder: string, name: string): void => rmSync(join(folder, `${name}.pid`), { force: true });

/** Who is recorded under `name` and still alive. */
export function recorded(folder: string, name: string): Recorded | undefined {
  try {
    const [pid, signal, ...rest] = readFileSync(join(folder, `${name}.pid`), 'utf8')
      .trim()
      .split(' ');
    const found = { pid: Number(pid), signal: signal as NodeJS.Signals, startedAt: rest.join(' ') };
    return isAlive(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Ends every recorded process that a killed run left behind, and returns their names. Waits until they are gone. */
export async function endOrphans(folder: string, patienceMs = 15_000): Promise<string[]> {
  const names = globSync('*.pid', { cwd: folder }).map((file) => file.slice(0, -'.pid'.length));
  const orphans = names.flatMap((name) => {
    const found = recorded(folder, name);
    return found ? [{ name, ...found }] : [];
  });
  for (const { pid, signal } of orphans) kill(pid, signal);
  const deadline = Date.now() + patienceMs;
  for (let left = orphans; left.length > 0; left = left.filter(isAlive)) {
    if (Date.now() > deadline) left.forEach(({ pid }) => kill(-pid, 'SIGKILL'));
    await pause(50);
  }
  names.forEach((name) => forget(folder, name));
  return orphans.map(({ name }) => name);
}

/** Signals a process, or with a negative pid its whole group; one that is gone already is no problem. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
