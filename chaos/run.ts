/** `npm run chaos`: things go wrong by a plan, and a checker that shares no code with the services looks for damage. */
import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { complain, say, tell } from '@offset-zero/platform/console';
import { root } from '@offset-zero/platform/environment';
import { onInterrupt } from '@offset-zero/platform/interrupt.process';
import { findApps } from '@offset-zero/platform/manifests.process';
import type { Tell } from '@offset-zero/platform/supervise.process';
import { type Arguments, HELP, readArguments } from './arguments.ts';
import { planFor, runChaos } from './chaos.process.ts';
import { describeReport } from './check/report.ts';
import { describeFault } from './plan/fault.ts';
import { recoveryTable } from './report/markdown.ts';
import { writeReliability } from './report/reliability.process.ts';
import { commandOf, failuresOf, type Result } from './report/result.ts';
import { startWorld, type World } from './world/world.process.ts';

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.only === 'help') return say(HELP);
  if (wanted.only === 'report') return say(`wrote ${relative(root, writeReliability())}`);
  if (wanted.only === 'plan') return printPlan(wanted);
  const result = await inAWorld(wanted);
  say(`\n${describeReport(result.report)}`);
  for (const what of result.stuck) say(`✗ stuck: ${what}`);
  say(`\n${recoveryTable(result.recovery)}\n`);
  const failures = failuresOf(result);
  const { accepted, refused } = result.requests;
  tell(
    failures === 0 ? 'no breach' : `${failures} breaches`,
    `${result.faults.length} faults, ${accepted} writes accepted, ${refused} refused; ${relative(root, wanted.folder)}/report.md`,
    failures === 0 ? 'green' : 'red',
  );
  if (failures > 0) say(`  again: ${commandOf(result)}`);
  process.exitCode = failures === 0 ? 0 : 1;
}

/** Who comes and goes; that services complain while things go wrong is no news, and in their logs. */
const tellOfTheWorld: Tell = (who, what, tone) => (tone === 'yellow' ? undefined : tell(who, what, tone));

async function inAWorld(wanted: Arguments): Promise<Result> {
  const interrupted = new AbortController();
  let started: Pick<World, 'stop' | 'abandon'> | undefined;
  onInterrupt(
    (why) => {
      tell('stopping', `${why}; once more to kill everything`, 'yellow');
      interrupted.abort(new Error('interrupted'));
      void started?.stop();
    },
    () => {
      started?.abandon();
      setTimeout(() => process.exit(130), 200);
    },
  );
  const { folder } = wanted;
  try {
    const { portOffset } = wanted;
    const world = await startWorld({ portOffset, tell: tellOfTheWorld, onWorld: (world) => (started = world) });
    try {
      const result = await runChaos(world, wanted, interrupted.signal);
      if (failuresOf(result) > 0) cpSync(world.logs, join(folder, 'logs'), { recursive: true });
      return result;
    } catch (error) {
      if (interrupted.signal.aborted) throw new Error('interrupted', { cause: error });
      cpSync(world.logs, join(folder, 'logs'), { recursive: true });
      throw error;
    }
  } finally {
    await started?.stop();
  }
}

async function printPlan(wanted: Arguments): Promise<void> {
  for (const fault of planFor(wanted, await findApps(root))) say(`+${fault.at.toFixed(1)} s  ${describeFault(fault)}`);
}

await main().catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
process.exit();
