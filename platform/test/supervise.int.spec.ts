import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { freePorts } from '../ports.process.ts';
import { recorded, startTime } from '../pid-files.process.ts';
import type { Folders, Program } from '../program.process.ts';
import { supervise, type Supervised } from '../supervise.process.ts';

/** A service of five lines: answers, and ends when asked to; stubborn ones do not. */
const SERVICE = `
  import { createServer } from 'node:http';
  if (process.env.STUBBORN) process.on('SIGTERM', () => console.log('no'));
  createServer((_, response) => response.end('here')).listen(Number(process.env.PORT), '127.0.0.1');
  console.log('listening');
`;

let folder: string;
let folders: Folders;
let supervised: Supervised;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offset-zero-supervise-'));
  folders = { pids: join(folder, 'run'), logs: join(folder, 'logs') };
  for (const each of Object.values(folders)) mkdirSync(each);
  told = [];
});

afterEach(async () => {
  await supervised.stop();
  rmSync(folder, { recursive: true });
});

async function program(changes: Partial<Program> = {}): Promise<Supervised> {
  const [port] = await freePorts(1);
  supervised = supervise(
    {
      name: 'tiny',
      command: process.execPath,
      args: ['--input-type=module', '-e', SERVICE],
      cwd: folder,
      env: { PORT: String(port), ...changes.env },
      stopSignal: 'SIGTERM',
      patienceMs: 300,
      async isReady() {
        await (await fetch(`http://127.0.0.1:${port}`)).text();
      },
      ...Object.fromEntries(Object.entries(changes).filter(([name]) => name !== 'env')),
    },
    folders,
    (_, what) => told.push(what),
  );
  return supervised;
}

const isReady = () => supervised.status().state === 'ready';

describe('a supervised program', () => {
  it('is ready, recorded and logged; stopped, it is gone', async () => {
    const tiny = await program();
    await tiny.start();
    const { pid } = tiny.status();
    expect(recorded(folders.pids, 'tiny')?.pid).toBe(pid);
    await tiny.stop();
    expect(tiny.status()).toEqual({ name: 'tiny', state: 'stopped', pid: undefined, restarts: 0 });
    expect([startTime(pid!), recorded(folders.pids, 'tiny')]).toEqual([undefined, undefined]);
    expect(readFileSync(join(folders.logs, 'tiny.log'), 'utf8')).toBe('listening\n');
  });

  it('is started again after kill -9, and the console says so', async () => {
    const tiny = await program();
    await tiny.start();
    const { pid } = tiny.status();
    tiny.kill();
    await eventually(() => isReady() && tiny.status().pid !== pid);
    expect(tiny.status().restarts).toBe(1);
    expect(told).toContainEqual('ended (SIGKILL), starts again in 0.5 s');
  });

  it('can be stopped and started as often as one likes', async () => {
    const tiny = await program();
    for (let round = 0; round < 3; round++) {
      await tiny.start();
      await tiny.stop();
    }
    await tiny.start();
    expect(isReady()).toBe(true);
  });

  it('is killed when it does not end in time', async () => {
    const tiny = await program({ env: { STUBBORN: '1' } });
    await tiny.start();
    const { pid } = tiny.status();
    await tiny.stop();
    expect(startTime(pid!)).toBeUndefined();
  });

  it('gives the reason when it does not come, and can be stopped while it tries', async () => {
    const tiny = await program({ args: ['-e', 'process.exit(3)'] });
    await expect(tiny.start(3_000)).rejects.toThrow(/tiny is not ready.*exit code 3/);
    await tiny.stop();
    expect(tiny.status().state).toBe('stopped');
  });

  it('says so when there is no such command', async () => {
    const tiny = await program({ command: '/nowhere/java' });
    await expect(tiny.start(3_000)).rejects.toThrow(/ENOENT/);
  });

  it('hands on its lines as they come', async () => {
    const lines: string[] = [];
    const tiny = await program({ onLine: (line) => lines.push(line) });
    await tiny.start();
    await eventually(() => lines.includes('listening'));
    await eventually(() => readFileSync(join(folders.logs, 'tiny.log'), 'utf8') === 'listening\n');
  });
});
