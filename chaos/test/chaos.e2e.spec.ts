import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '@offset-zero/platform/environment';
import { breachesOf } from '../check/report.ts';
import { readJournal } from '../journal.process.ts';
import type { Result } from '../report/result.ts';

const SEED = 1;
/** So that somebody's own run is left alone. */
const PORT_OFFSET = '8500';
/** All faults of the first minute. */
const MINUTES = 0.87;
/** Not where `npm run chaos -- --report` looks. */
const folder = join('.results', 'short-chaos-run');

let exitCode: number | null;
let result: Result;

/** As a person runs it; what it says goes to the console, so that a slow machine can be watched. */
beforeAll(async () => {
  const args = [
    'run',
    '-s',
    'chaos',
    '--',
    '--minutes',
    `${MINUTES}`,
    '--seed',
    `${SEED}`,
    '--to',
    folder,
    '--port-offset',
    PORT_OFFSET,
  ];
  const run: ChildProcess = spawn('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  exitCode = await new Promise((resolve) => run.once('exit', resolve));
  result = JSON.parse(readFileSync(join(root, folder, 'result.json'), 'utf8')) as Result;
});

describe('a short chaos run', () => {
  it('has nothing lost, nothing doubled, no order broken, nothing stuck', () => {
    expect([...breachesOf(result.report), ...result.stuck]).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it('had every kind of fault, and each of them happened', () => {
    expect(new Set(result.faults.map(({ fault }) => fault.kind)).size).toBe(5);
    expect(result.faults.filter(({ problem }) => problem)).toEqual([]);
  });

  it('had enough to lose, and knows what became of every write', () => {
    expect(result.requests.accepted).toBeGreaterThan(100);
    expect(result.requests.unknown).toBe(0);
    expect(readJournal(join(root, folder, 'journal.jsonl')).length).toBe(
      result.requests.accepted + result.requests.refused,
    );
  });

  it('leaves its plan and a report for people', () => {
    expect(JSON.parse(readFileSync(join(root, folder, 'plan.json'), 'utf8'))).toEqual(
      [...result.faults].map(({ fault }) => fault).sort((a, b) => a.at - b.at),
    );
    expect(readFileSync(join(root, folder, 'report.md'), 'utf8')).toContain('no breach');
  });
});
