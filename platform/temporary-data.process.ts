import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataDir, eraseData, openDataDir } from './data-dir.process.ts';
import { startGuard } from './guard.process.ts';

export interface TemporaryData extends DataDir {
  /** Once whoever works on it has ended. */
  remove(): Promise<void>;
}

/**
 * A data folder for one run, `<name>` in its name. What is started on it ends when this process dies. `prepare` may arrange
 * the folder before anything lies in it.
 */
export async function openTemporaryData(name: string, prepare = (_path: string) => {}): Promise<TemporaryData> {
  const path = mkdtempSync(join(tmpdir(), `offset-zero-${name}-`));
  prepare(path);
  const dataDir = await openDataDir(path);
  const guard = startGuard(dataDir.pids);
  const remove = async () => {
    await guard.dismiss();
    dataDir.release();
    eraseData(path);
    rmSync(path, { recursive: true, force: true });
  };
  return { ...dataDir, remove };
}
