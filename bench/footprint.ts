import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from './result.ts';

const IDLE_SECONDS = 60;
const TICKS_PER_SECOND = 100;

interface Process {
  pid: string;
  parent: string;
  command: string;
  ticks: number;
}

/** PSS of every process of the shop that DATA_DIR names, and the CPU that it burns while nobody asks for anything. */
export async function run(): Promise<Result[]> {
  const result = (what: string, value: number, unit: string): Result => ({ bench: 'footprint', what, value, unit });
  const shop = processes();
  const memory = Map.groupBy(shop, ({ command }) => command);
  const megabytes = (list: Process[]) => list.reduce((sum, { pid }) => sum + pss(pid), 0) / 1_024;
  const before = ticks(shop);
  await pause(IDLE_SECONDS * 1_000); // a measurement over a time, not a wait for a fact
  const percent = ((ticks(processes()) - before) / TICKS_PER_SECOND / IDLE_SECONDS) * 100;
  return [
    ...[...memory].map(([command, list]) => result(`memory of ${list.length} x ${command}`, megabytes(list), 'MB PSS')),
    result('memory of everything (budget 2,500)', megabytes(shop), 'MB PSS'),
    result('idle CPU of everything (budget 10)', percent, '% of a core'),
  ];
}

/** The shop's processes: those that carry its DATA_DIR in environment, arguments or working directory, and their children. */
function processes(): Process[] {
  const dataDir = process.env.DATA_DIR!;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => describe(pid));
  const mine = new Set(
    all.filter(({ pid }) => pid !== String(process.pid) && belongs(pid, dataDir)).map(({ pid }) => pid),
  );
  for (let grown = true; grown;) {
    const children = all.filter(({ pid, parent }) => mine.has(parent) && !mine.has(pid));
    for (const { pid } of children) mine.add(pid);
    grown = children.length > 0;
  }
  return all.filter(({ pid }) => mine.has(pid));
}

function belongs(pid: string, dataDir: string): boolean {
  try {
    const texts = [
      readFileSync(`/proc/${pid}/environ`, 'latin1'),
      readFileSync(`/proc/${pid}/cmdline`, 'latin1'),
      readlinkSync(`/proc/${pid}/cwd`),
    ];
    return texts.some((text) => text.includes(dataDir));
  } catch {
    return false; // it ended, or it is not ours to look at
  }
}

function describe(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, command, parent: fields[1]!, ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}

/** Kilobytes; 0 for a process that has ended meanwhile. */
function pss(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const ticks = (list: Process[]) => list.reduce((sum, process) => sum + process.ticks, 0);
