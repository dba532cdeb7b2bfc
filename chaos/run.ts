/** `npm run chaos`: things go wrong by a plan, and a checker that shares no code with the services looks for damage. */
import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { complain, say, tell } from '@offset-zero/platform/console';
import { root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import type { Tell } from '@offset-zero/platform/supervise.process';
import { type Arguments, HELP, readArguments } from './arguments.ts';
import { planFor, runChaos } from './chaos.process.ts';
import { describeReport } from './check/report.ts';
import { describeFault } from './plan/fault.ts';
import { recoveryTable } from './report/markdown.ts';
import { writeReliability } from './report/reliability.process.ts';
import { commandOf, failuresOf, type Result } from './report/result.ts';
import { inWorld } from './world/in-world.process.ts';
import type { World } from './world/world.process.ts';

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.only === 'help') return say(HELP);
  if (wanted.only === 'report') return say(`wrote ${relative(root, writeReliability())}`);
  if (wanted.only === 'plan') return printPlan(wanted);
  const { portOffset } = wanted;
  const result = await inWorld({ portOffset, tell: tellOfTheWorld }, (world, signal) => runIn(world, wanted, signal));
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

/** The services' logs are kept beside the result where something went wrong that should not. */
async function runIn(world: World, wanted: Arguments, signal: AbortSignal): Promise<Result> {
  const keepLogs = () => cpSync(world.logs, join(wanted.folder, 'logs'), { recursive: true });
  try {
    const result = await runChaos(world, wanted, signal);
    if (failuresOf(result) > 0) keepLogs();
    return result;
  } catch (error) {
    if (!signal.aborted) keepLogs();
    throw error;
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
