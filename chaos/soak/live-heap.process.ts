import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sample } from './slope.ts';

/**
 * Has every service that is started from now on note what is left of its heap after each full collection. Resident memory
 * tells how much room V8 took, which it does where there is plenty; this tells how much the service holds.
 */
export function noteLiveHeaps(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const preload = pathToFileURL(join(import.meta.dirname, 'live-heap.preload.ts')).href;
  process.env.LIVE_HEAP_FOLDER = folder;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${preload}`.trim();
}

/** What was noted in `folder`, by the name of the service; `at` is seconds since `startedAt` (ms since 1970). */
export function liveHeaps(folder: string, startedAt: number): Map<string, Sample[]> {
  const heaps = new Map<string, Sample[]>();
  for (const file of globSync('*.jsonl', { cwd: folder })) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);
    const samples = lines
      .map((line) => JSON.parse(line) as Sample)
      .map(({ at, mb }) => ({ at: (at - startedAt) / 1_000, mb }));
    const name = basename(file).split('.')[0]!;
    heaps.set(name, [...(heaps.get(name) ?? []), ...samples.filter(({ at }) => at >= 0)]);
  }
  return heaps;
}
