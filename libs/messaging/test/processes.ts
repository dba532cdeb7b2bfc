import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child {
  process: ChildProcess;
  /** Resolves when it has partitions, or has ended before. */
  ready: Promise<unknown>;
  ended: Promise<unknown>;
  said: () => string;
}

/** Starts `child.ts` as a process of its own. */
export function startChild(settings: object): Child {
  const child = spawn(process.execPath, ['-C', '@offset-zero/source', join(import.meta.dirname, 'child.ts')], {
    env: { ...process.env, CHILD: JSON.stringify(settings), NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = once(child, 'exit');
  const ready = Promise.race([once(child.stdout, 'data'), ended]);
  return { process: child, ready, ended, said: () => said };
}

export async function kill(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.process.kill(signal);
  await child.ended;
}
