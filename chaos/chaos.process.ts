import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '@offset-zero/platform/commands.process';
import { dim, say, seconds, tell } from '@offset-zero/platform/console';
import { eventually } from '@offset-zero/testing';
import { check } from './check/check.process.ts';
import type { Arguments } from './arguments.ts';
import { openJournal } from './journal.process.ts';
import { type Load, startLoad } from './load/load.process.ts';
import { pause } from './pause.ts';
import { describeFault, type Planned } from './plan/fault.ts';
import { planOf } from './plan/plan.ts';
import { runPage } from './report/markdown.ts';
import { recoveryOf } from './report/recovery.ts';
import { requestsOf, type Result } from './report/result.ts';
import { compactAll, setCompaction } from './world/compaction.process.ts';
import { carryOut, type Happened } from './world/carry-out.process.ts';
import { quiet } from './world/quiet.process.ts';
import type { World } from './world/world.process.ts';

const WARM_UP_WRITES = 60;
const WARM_UP_MS = 120_000;
const QUIET_MS = 240_000;
const RESOLVE_MS = 600_000;
const COMPACT_MS = 600_000;

/** The plan of a run against this system. */
export const planFor = ({ seed, minutes }: Arguments, apps: World['apps']) => {
  const [keepers, doors] = [true, false].map((keeps) =>
    apps.filter(({ manifest }) => manifest.database === keeps).map(({ manifest }) => manifest.name),
  );
  return planOf({ seed, minutes, services: keepers!, doors: doors! });
};

/** One run against a system that is up: load, faults, rest, evidence, judgement. Writes what it finds to `folder`. */
export async function runChaos(world: World, wanted: Arguments, signal: AbortSignal): Promise<Result> {
  const { seed, compaction, rate, folder } = wanted;
  mkdirSync(folder, { recursive: true });
  for (const old of ['result.json', 'report.md', 'logs']) rmSync(join(folder, old), { recursive: true, force: true });
  const plan = planFor(wanted, world.apps);
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`);

  await setCompaction(world, compaction);
  const journal = openJournal(join(folder, 'journal.jsonl'));
  const load = startLoad({ door: world, seed, rate, journal });
  signal.addEventListener('abort', () => void load.stop());
  try {
    return await underLoad(world, wanted, { plan, load, folder, signal });
  } finally {
    await load.stop();
    journal.close();
  }
}

interface Under {
  plan: Planned[];
  load: Load;
  folder: string;
  signal: AbortSignal;
}

async function underLoad(world: World, wanted: Arguments, { plan, load, folder, signal }: Under): Promise<Result> {
  const { seed, minutes, compaction, rate } = wanted;
  await eventually(() => signal.aborted || requestsOf(load.entries).accepted >= WARM_UP_WRITES, WARM_UP_MS);
  signal.throwIfAborted();
  const startedAt = Date.now();
  const progress = setInterval(() => say(dim(`  ${state(startedAt, load)}`)), 10_000);
  let faults: Happened[];
  try {
    faults = await carryOut(world, plan, {
      signal,
      onBegin: (fault) => tell(`+${seconds(startedAt)}`, describeFault(fault), 'yellow'),
    });
  } finally {
    clearInterval(progress);
  }
  await pause(startedAt + minutes * 60_000 - Date.now(), signal);
  signal.throwIfAborted();
  const healedAt = Date.now();
  tell('healed', `${faults.length} faults are over; the load goes on until orders are handled again`);
  await eventually(() => signal.aborted || isHandling(load, healedAt), QUIET_MS).catch(() => {}); // settle() says why
  await load.stop();

  const stuck = await settle(world, load, signal);
  const quietAfterMs = Date.now() - healedAt;
  if (compaction === 'aggressive' && stuck.length === 0) await rebirth(world, stuck, signal);

  tell('checking', `${load.entries.length} writes against the log and the databases`);
  const report = await check({
    journal: load.entries,
    kafka: { brokers: world.brokers },
    registryUrl: world.registryUrl,
    databases: world.databases,
    compaction,
  });
  const result: Result = {
    ...{ seed, minutes, compaction, rate, startedAt, endedAt: Date.now(), faults, quietAfterMs, stuck, report },
    requests: requestsOf(load.entries),
    recovery: recoveryOf(faults, load.entries, load.watched),
  };
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, 'report.md'), runPage(result));
  return result;
}

/** Rest, then certainty about every write, then rest again. Returns what is still not at rest. */
async function settle(world: World, load: Load, signal: AbortSignal): Promise<string[]> {
  tell('resting', 'waits until nothing is on its way any more');
  const restless = await quiet(world, Date.now() + QUIET_MS, signal);
  signal.throwIfAborted();
  const { unknown } = requestsOf(load.entries);
  tell('resolving', `${unknown} writes whose outcome nobody knows are sent again`);
  await load.resolve(AbortSignal.any([signal, AbortSignal.timeout(RESOLVE_MS)]));
  if (restless.length > 0) return restless;
  const still = await quiet(world, Date.now() + QUIET_MS, signal);
  signal.throwIfAborted();
  return still;
}

/** A service is born again from a log that has nothing but last values. */
async function rebirth(world: World, stuck: string[], signal: AbortSignal): Promise<void> {
  tell('compacting', 'until every old value is gone');
  await compactAll(world, Date.now() + COMPACT_MS);
  tell('born again', 'customer-search, from offset 0');
  await commandsOf(world.system, () => {}).bootstrap!('customer-search');
  stuck.push(...(await quiet(world, Date.now() + QUIET_MS, signal)));
  signal.throwIfAborted();
}

/** Whether an order that was placed after this moment has been handled. */
const isHandling = ({ watched }: Load, after: number): boolean =>
  watched.some(({ placedAt, handledAt }) => placedAt >= after && handledAt !== undefined);

function state(startedAt: number, { entries, watching }: Load): string {
  const { accepted, refused, unknown } = requestsOf(entries);
  return `+${seconds(startedAt)}: ${accepted} accepted, ${refused} refused, ${unknown} unknown, ${watching.size} orders waited for`;
}
