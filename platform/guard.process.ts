import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Guard {
  /** For the end in good order: the guard finds nothing to do and leaves. */
  dismiss(): Promise<void>;
}

/** Starts guard.sh, which outlives a `kill -9` of this process and then ends what is recorded in `pidFolder`. */
export function startGuard(pidFolder: string): Guard {
  const child = spawn('/bin/sh', [join(import.meta.dirname, 'guard.sh'), pidFolder], {
    detached: true, // a Ctrl-C of the terminal is not for it
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin.on('error', () => {});
  return {
    dismiss() {
      child.stdin.end();
      return ended;
    },
  };
}
