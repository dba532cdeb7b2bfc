import { execFileSync } from 'node:child_process';
import { kill } from '@offset-zero/platform/pid-files.process';

/** Signals a process and its children, parents first: Postgres gives each connection a process in a group of its own. */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const descend = (parent: number): void => {
    kill(parent, signal);
    for (const [child, ppid] of processes) if (ppid === parent) descend(child);
  };
  descend(pid);
}
