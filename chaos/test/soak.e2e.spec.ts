import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';
import { breachesOf } from '../check/report.ts';
import { soakFolder, type SoakResult } from '../soak/soak.process.ts';

const MINUTES = 1;
/** Well above what a service takes of a machine with room (about 250 MB), well below what a leak of every message would take in the end. */
const BOUND_MB = 600;

let exitCode: number | null;
let result: SoakResult;

beforeAll(async () => {
  const args = ['run', '-s', 'soak', '--', '--minutes', `${MINUTES}`, '--rate', '20'];
  const run: ChildProcess = spawn('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  exitCode = await new Promise((resolve) => run.once('exit', resolve));
  result = JSON.parse(readFileSync(join(soakFolder, 'result.json'), 'utf8')) as SoakResult;
});

describe('a short soak', () => {
  it('ends with everything in agreement, and nobody was restarted', () => {
    expect([...breachesOf(result.report), ...result.stuck]).toEqual([]);
    expect([exitCode, result.restarts, result.requests.unknown]).toEqual([0, 0, 0]);
    expect(result.requests.accepted).toBeGreaterThan(100);
  });

  it('keeps the memory of every service bounded, and says how it grows', () => {
    const services = Object.entries(result.memory).filter(([name]) => /-(service|search|gateway)$/.test(name));
    expect(services.length).toBe(6);
    for (const [name, { max, slope }] of services)
      expect([name, max < BOUND_MB, Number.isFinite(slope)]).toEqual([name, true, true]);
  });
});
