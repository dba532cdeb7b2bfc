import type { Supervised } from '@offset-zero/platform/supervise.process';
import { eventually } from '@offset-zero/testing';
import { pause } from '../pause.ts';
import type { Fault } from '../plan/fault.ts';
import { signalTree } from './signals.process.ts';
import type { World } from './world.process.ts';

const PATIENCE_MS = 180_000;

export interface Moment {
  /** Tells that it begins now, and when that is. */
  begin(): number;
  signal: AbortSignal;
}

/** Lets it happen to whom it is meant for, once that one is there, and resolves with its beginning when it is over. */
export function happen(world: World, fault: Fault, moment: Moment): Promise<number> {
  switch (fault.kind) {
    case 'kill':
      return kill(processOf(world, fault.target), moment);
    case 'pause':
      return freeze(processOf(world, fault.target), fault.seconds, moment);
    case 'second':
      return double(world, fault, moment);
    case 'cut':
    case 'stall':
      return bar(world, fault, moment);
  }
}

async function kill(target: Supervised, { begin, signal }: Moment): Promise<number> {
  const pid = await up(target, signal);
  const beganAt = begin();
  signalTree(pid, 'SIGKILL');
  await eventually(() => target.status().pid !== pid, 30_000);
  return beganAt;
}

async function freeze(target: Supervised, seconds: number, { begin, signal }: Moment): Promise<number> {
  const pid = await up(target, signal);
  const beganAt = begin();
  signalTree(pid, 'SIGSTOP');
  try {
    await pause(seconds * 1_000, signal);
  } finally {
    signalTree(pid, 'SIGCONT');
  }
  return beganAt;
}

async function double(world: World, fault: Fault & { kind: 'second' }, { begin, signal }: Moment): Promise<number> {
  const second = await world.secondOf(fault.target);
  const beganAt = begin();
  second.start().catch(() => {}); // it may not get ready in time: then that is what happened
  await pause(fault.seconds * 1_000, signal);
  if (fault.end === 'kill') second.abandon();
  await second.stop();
  return beganAt;
}

async function bar(
  { gates }: World,
  { kind, target, server, seconds }: Fault & { kind: 'cut' | 'stall' },
  { begin, signal }: Moment,
): Promise<number> {
  const gate = gates.get(target)![server];
  const beganAt = begin();
  gate[kind]();
  try {
    await pause(seconds * 1_000, signal);
  } finally {
    gate.open();
  }
  return beganAt;
}

function processOf(world: World, name: string): Supervised {
  const found = world.system.all().find((each) => each.name === name);
  if (!found) throw new Error(`Nothing is called ${name}`);
  return found;
}

/** Its pid, as soon as it has come back from what happened to it before. */
async function up(target: Supervised, signal: AbortSignal): Promise<number> {
  const found = await eventually(() => {
    const { state, pid } = target.status();
    if (signal.aborted) return undefined;
    if (state !== 'ready' || !pid) throw new Error(`${target.name} is ${state}`);
    return pid;
  }, PATIENCE_MS);
  signal.throwIfAborted();
  return found!;
}
