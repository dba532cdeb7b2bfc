import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dim, say, seconds, tell } from '@offset-zero/platform/console';
import { root } from '@offset-zero/platform/environment';
import { check } from '../check/check.process.ts';
import type { Report } from '../check/report.ts';
import { openJournal } from '../journal.process.ts';
import { startLoad } from '../load/load.process.ts';
import { pause } from '../pause.ts';
import { type Requests, requestsOf } from '../report/result.ts';
import { setCompaction } from '../world/compaction.process.ts';
import { quiet } from '../world/quiet.process.ts';
import type { World } from '../world/world.process.ts';
import { liveHeaps, noteLiveHeaps } from './live-heap.process.ts';
import { watchMemory } from './memory.process.ts';
import { type Growth, growthOf, type Sample } from './slope.ts';

export interface SoakOptions {
  minutes: number;
  /** Writes per second. */
  rate: number;
  seed: number;
}

/** What a run found, as it is kept in `.results/soak/result.json`. */
export interface SoakResult extends SoakOptions {
  requests: Requests;
  /** Resident, by the name of the process. */
  memory: Record<string, Growth>;
  /** What is left of the heap after full collections, by the name of the service. */
  liveHeap: Record<string, Growth>;
  restarts: number;
  stuck: string[];
  report: Report;
}

export const soakFolder = join(root, '.results', 'soak');
const heapFolder = join(soakFolder, 'heap');

const SAMPLE_MS = 5_000;
const SAY_MS = 30_000;
const QUIET_MS = 240_000;
const RESOLVE_MS = 60_000;

/** To be called before the world is started. */
export function prepareSoak(): void {
  rmSync(soakFolder, { recursive: true, force: true });
  mkdirSync(soakFolder, { recursive: true });
  noteLiveHeaps(heapFolder);
}

/** A steady load and nothing that goes wrong: memory stays bounded, and in the end everything agrees. */
export async function runSoak(world: World, options: SoakOptions, signal: AbortSignal): Promise<SoakResult> {
  const { minutes, rate, seed } = options;
  await setCompaction(world, 'held');
  const journal = openJournal(join(soakFolder, 'journal.jsonl'));
  const load = startLoad({ door: world, seed, rate, journal });
  const memory = watchMemory(world.system, SAMPLE_MS);
  const startedAt = Date.now();
  const progress = setInterval(() => {
    const now = [...memory.samples].map(([name, samples]) => `${name} ${Math.round(samples.at(-1)!.mb)}`);
    say(dim(`  +${seconds(startedAt)}: ${requestsOf(load.entries).accepted} accepted; MB: ${now.join(', ')}`));
  }, SAY_MS);
  try {
    await pause(minutes * 60_000, signal);
    signal.throwIfAborted();
  } finally {
    clearInterval(progress);
    memory.stop();
    await load.stop();
  }
  tell('resting', 'waits until nothing is on its way any more');
  await load.resolve(AbortSignal.any([signal, AbortSignal.timeout(RESOLVE_MS)]));
  const stuck = await quiet(world, Date.now() + QUIET_MS, signal);
  journal.close();
  const report = await check({
    journal: load.entries,
    kafka: { brokers: world.brokers },
    registryUrl: world.registryUrl,
    databases: world.databases,
    compaction: 'held',
  });
  const result: SoakResult = {
    ...options,
    requests: requestsOf(load.entries),
    memory: growths(memory.samples),
    liveHeap: growths(liveHeaps(heapFolder, startedAt)),
    restarts: world.system.all().reduce((sum, each) => sum + each.status().restarts, 0),
    stuck,
    report,
  };
  writeFileSync(join(soakFolder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

function growths(processes: Map<string, Sample[]>): Record<string, Growth> {
  const found = [...processes].map(([name, samples]) => [name, growthOf(samples)] as const);
  return Object.fromEntries(found.filter((each): each is [string, Growth] => each[1] !== undefined));
}
