import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOrphans, forget, record, recorded } from './pid-files.process.ts';
import { outsideName } from './postgres-home.process.ts';
import type { Folders } from './program.process.ts';

/** DATA_DIR, held by this process until `release`. */
export interface DataDir extends Folders {
  path: string;
  /** Who a killed run left behind and what was ended now. */
  orphans: string[];
  release(): void;
}

/** Not among the folder of pids: what is in there is ended when its supervisor is gone. */
const SUPERVISOR = 'supervisor';
const DATA = [
  ...['kafka', 'registry', 'postgres', 'postgres-making', 'postgres-password'],
  ...['passwords.json', 'identity', 'logs', 'id'],
];

/** Makes the folder if need be, takes it for this process alone, and ends what a killed run left behind. */
export async function openDataDir(path: string): Promise<DataDir> {
  const folders = { pids: join(path, 'run'), logs: join(path, 'logs') };
  mkdirSync(path, { recursive: true });
  try {
    accessSync(path, constants.W_OK);
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folders.pids, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The data folder ${path} cannot be written to (${code}): was it made by another user? Set DATA_DIR.`,
    );
  }
  const other = recorded(path, SUPERVISOR);
  if (other)
    throw new Error(
      `It runs already (process ${other.pid}) on the data in ${path}; a second system needs its own DATA_DIR and PORT_OFFSET.`,
    );
  forget(path, SUPERVISOR);
  const orphans = await endOrphans(folders.pids);
  record(path, SUPERVISOR, process.pid, 'SIGTERM');
  if (!existsSync(join(path, 'id'))) writeFileSync(join(path, 'id'), randomUUID(), { mode: 0o600 });
  return { path, ...folders, orphans, release: () => forget(path, SUPERVISOR) };
}

/** Removes the data, and nothing else that may be in the folder. Returns what it removed. */
export function eraseData(path: string): string[] {
  if (!existsSync(join(path, 'id'))) return []; // none of ours
  const doomed = [...DATA.map((name) => join(path, name)), outsideName(path)].filter((name) => existsSync(name));
  for (const name of doomed) rmSync(name, { recursive: true, force: true });
  return doomed;
}
