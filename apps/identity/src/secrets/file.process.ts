import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';

/**
 * What is kept in `file`, which only the owner of the process may read; what `make` gives, when there is none yet. Throws
 * one line that names the file when it cannot be read or is no JSON, and tells nothing of what it holds.
 */
export function kept(file: string, make: () => unknown): unknown {
  if (!existsSync(file)) write(file, `${JSON.stringify(make(), null, 2)}\n`);
  return parsed(file, read(file));
}

function read(file: string): string {
  try {
    chmodSync(file, 0o600); // a copy may have lost it
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [where] = /line \d+ column \d+/.exec((error as Error).message) ?? []; // the rest of it quotes the file
    throw new Error(`${file} is no JSON${where ? ` (${where})` : ''}: mend it, or delete it and it is made anew`);
  }
}

/** All of it or nothing, whenever we are killed. */
function write(file: string, text: string): void {
  const whole = `${file}.new`;
  const handle = openSync(whole, 'w', 0o600);
  writeFileSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(whole, file);
}
