import type { Fault, Planned } from '../plan/fault.ts';
import { pause } from '../pause.ts';
import { happen } from './faults.process.ts';
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
