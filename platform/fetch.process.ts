import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { indented } from './console.ts';
import { transferred } from './maven-progress.ts';

const pom = join(import.meta.dirname, 'pom.xml');
const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);

/** Beside the pom and not among the data: `--fresh` and a throw-away DATA_DIR need not fetch again. */
const target = join(import.meta.dirname, 'target');
const fetched = join(target, version);

export interface Jars {
  /** A folder of jars, the whole of Kafka's class path. */
  kafka: string;
  /** The registry's folder with its runner jar. */
  registry: string;
}

const jars: Jars = { kafka: join(fetched, 'kafka'), registry: join(fetched, 'registry') };

export const isFetched = (): boolean => existsSync(fetched);

/**
 * Fetches what pom.xml names, unless it is there already. A new pom is fetched beside the old one; two processes that
 * fetch at the same time do not meet, the first one's result is kept. Throws Maven's own error lines.
 */
export async function fetchJars(progress: (what: string) => void, signal?: AbortSignal): Promise<Jars> {
  if (isFetched()) return jars;
  const folder = join(target, `fetching-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await maven(folder, progress, signal);
    if (!isFetched()) renameSync(folder, fetched);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const old of globSync('????????????', { cwd: target })) {
    if (old !== version) rmSync(join(target, old), { recursive: true, force: true });
  }
  return jars;
}

async function maven(folder: string, progress: (what: string) => void, signal?: AbortSignal): Promise<void> {
  const args = ['-f', pom, `-Dtarget=${folder}`, '-Dstyle.color=never', 'package'];
  const child = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    progress(transferred(output));
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  const errors = output.split('\n').filter((line) => line.startsWith('[ERROR]'));
  throw new Error(`Maven could not fetch Kafka and the registry:\n${indented(errors.slice(0, 5).join('\n'))}`);
}
