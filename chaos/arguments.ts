import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '@offset-zero/platform/environment';
import type { Compaction } from './world/compaction.process.ts';

export const HELP = `npm run chaos -- [--minutes 3] [--seed 7] [--compaction held|aggressive]

Starts the whole system on data and ports of its own, puts it under a steady load, and lets things go wrong by a plan
made from the seed: kill -9, pauses, second instances, connections cut and stalled. Then it heals everything, finds out
what became of every write, and has an independent checker compare the clients' journal with the log and the databases.
The result goes to .results/chaos/<seed>/; exit code 1 if anything was lost, doubled, out of order or stuck.

  --minutes <n>        how long things go wrong; 3
  --seed <n>           the same seed makes the same plan; 7
  --compaction <how>   held: nothing is compacted, so a missing version is seen (default)
                       aggressive: old values vanish within seconds; in the end a service is born again
  --rate <n>           writes per second; 12
  --port-offset <n>    added to every standard port; 9500
  --to <folder>        where the result goes; .results/chaos/<seed>
  --plan               print the plan, run nothing
  --report             write docs/reliability.md from the results that are there, run nothing
  --help               this`;

export interface Arguments {
  minutes: number;
  seed: number;
  compaction: Compaction;
  rate: number;
  portOffset: number;
  /** Absolute. */
  folder: string;
  only?: 'help' | 'plan' | 'report';
}

/** Reads the command line. Throws a one-line error for what it does not understand. */
export function readArguments(args: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '3' },
      seed: { type: 'string', default: '7' },
      compaction: { type: 'string', default: 'held' },
      rate: { type: 'string', default: '12' },
      'port-offset': { type: 'string', default: '9500' },
      to: { type: 'string' },
      plan: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { compaction } = values;
  const seed = whole('seed', values.seed, 0, 2 ** 32 - 1);
  if (compaction !== 'held' && compaction !== 'aggressive') {
    throw new Error(`--compaction is held or aggressive, not "${compaction}"`);
  }
  return {
    minutes: number('minutes', values.minutes, 0.1, 600),
    seed,
    compaction,
    rate: number('rate', values.rate, 0.1, 1_000),
    portOffset: whole('port-offset', values['port-offset'], 0, 40_000),
    folder: resolve(root, values.to ?? join('.results', 'chaos', String(seed))),
    only: (['help', 'plan', 'report'] as const).find((name) => values[name]),
  };
}

function number(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new Error(`--${name} takes a number from ${min} to ${max}, not "${text}"`);
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = number(name, text, min, max);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} takes a whole number, not "${text}"`);
}
