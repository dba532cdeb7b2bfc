import type { Supervised } from '@offset-zero/platform/supervise.process';
import { eventually } from '@offset-zero/testing';
import { pause } from '../pause.ts';
import type { Fault, Planned } from '../plan/fault.ts';
import { signalTree } from './signals.process.ts';
import type { World } from './world.process.ts';

/** A fault as it was. Times are ms since 1970. */
export interface Happened {
  fault: Planned;
  beganAt: number;
  /** When nothing was in the way of recovery any more: at a kill, at once. */
  endedAt: number;
  /** Why it did not happen after all. */
  problem?: string;
}

const PATIENCE_MS = 180_000;

/**
 * Carries out the plan. What is still down from an earlier fault is waited for, so that every fault of the plan happens,
 * later if need be. Resolves when all are over and healed; an abort ends them at once.
 */
export async function carryOut(
  world: World,
  plan: Planned[],
  o: { signal: AbortSignal; onBegin(fault: Planned): void },
): Promise<Happened[]> {
  const began = Date.now();
  const lastOf = new Map<string, Promise<unknown>>();
  const happening: Promise<Happened>[] = [];
  for (const fault of plan) {
    await pause(began + fault.at * 1_000 - Date.now(), o.signal);
    if (o.signal.aborted) break;
    const queue = queueOf(fault);
    const happened = (lastOf.get(queue) ?? Promise.resolve()).then(() => one(world, fault, o));
    lastOf.set(queue, happened);
    happening.push(happened);
  }
  return (await Promise.all(happening)).sort((a, b) => a.beganAt - b.beganAt);
}

/** Faults that cannot be at the same time wait for each other. */
const queueOf = (fault: Fault): string => {
  if (fault.kind === 'second') return `${fault.target} 2`;
  return 'server' in fault ? `${fault.target} → ${fault.server}` : fault.target;
};

async function one(
  world: World,
  fault: Planned,
  o: { signal: AbortSignal; onBegin(fault: Planned): void },
): Promise<Happened> {
  const begin = () => {
    if (o.signal.aborted) throw new Error('interrupted');
    o.onBegin(fault);
    return Date.now();
  };
  let beganAt = Date.now();
  try {
    beganAt = await happen(world, fault, { begin, signal: o.signal });
    return { fault, beganAt, endedAt: fault.kind === 'kill' ? beganAt : Date.now() };
  } catch (error) {
    return { fault, beganAt, endedAt: Date.now(), problem: (error as Error).message };
  }
}

interface Moment {
  /** Tells that it begins now, and when that is. */
  begin(): number;
  signal: AbortSignal;
}

function happen(world: World, fault: Fault, moment: Moment): Promise<number> {
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
