import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { startGuard } from '../guard.process.ts';
import { endOrphans, record, startTime } from '../pid-files.process.ts';

let folder: string;
let pid: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offset-zero-orphans-'));
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  child.unref();
  pid = child.pid!;
});

afterEach(() => {
  if (startTime(pid)) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const isGone = () => startTime(pid) === undefined;

describe('what a killed run left behind', () => {
  it('is ended by the next', async () => {
    record(folder, 'kafka', pid, 'SIGTERM');
    expect(await endOrphans(folder)).toEqual(['kafka']);
    expect(isGone()).toBe(true);
    expect(await endOrphans(folder)).toEqual([]);
  });

  it('is killed when it does not want to end', async () => {
    record(folder, 'kafka', pid, 'SIGCONT');
    expect(await endOrphans(folder, 200)).toEqual(['kafka']);
    expect(isGone()).toBe(true);
  });

  it('is not taken for another process that has its number now', async () => {
    writeFileSync(join(folder, 'kafka.pid'), `${pid} SIGTERM long-ago\n`);
    expect(await endOrphans(folder)).toEqual([]);
    expect(isGone()).toBe(false);
  });
});

describe('the guard', () => {
  it('ends what is recorded when its master is gone', async () => {
    record(folder, 'kafka', pid, 'SIGTERM');
    await startGuard(folder).dismiss(); // for the guard both look alike: its input closes
    await eventually(isGone);
  });

  it('leaves when there is nothing to end', async () => {
    await startGuard(folder).dismiss();
    expect(isGone()).toBe(false);
  });
});
