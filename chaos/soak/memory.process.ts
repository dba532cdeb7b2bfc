import { readFileSync } from 'node:fs';
import type { System } from '@offset-zero/platform/system.process';
import type { Sample } from './slope.ts';

const KB_PER_MB = 1_024;

/** Resident memory of every process by its name, seen again and again until `stop` (Linux). Postgres is its first process. */
export function watchMemory(system: System, everyMs: number): { samples: Map<string, Sample[]>; stop(): void } {
  const startedAt = Date.now();
  const samples = new Map<string, Sample[]>();
  const look = () => {
    for (const each of system.all()) {
      const { pid } = each.status();
      if (pid === undefined) continue;
      const sample = { at: (Date.now() - startedAt) / 1_000, mb: residentMb(pid) };
      samples.set(each.name, [...(samples.get(each.name) ?? []), sample]);
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  return { samples, stop: () => clearInterval(timer) };
}

function residentMb(pid: number): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kb) / KB_PER_MB;
}
