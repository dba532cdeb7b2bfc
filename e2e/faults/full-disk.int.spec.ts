import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeSync,
  openSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { nothingLostNorDoubled, register, registerAtLast } from './customers.ts';
import * as faults from './world.ts';

const MEGABYTES = 320;
let world: faults.World;
let disk: string;
let elsewhere: string;

/** Only Postgres lives on the small disk: what the others write goes elsewhere. */
function onSmallDisk(dataDir: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=755`, 'tmpfs', dataDir]);
  disk = dataDir;
  elsewhere = mkdtempSync(join(tmpdir(), 'offset-zero-elsewhere-'));
  chmodSync(elsewhere, 0o755);
  for (const name of ['kafka', 'registry', 'logs', 'run']) {
    mkdirSync(join(elsewhere, name));
    symlinkSync(join(elsewhere, name), join(dataDir, name));
  }
}

const ballast = () => join(disk, 'ballast');

/** Leaves nothing to write to. */
function fillDisk(): void {
  const file = openSync(ballast(), 'w');
  const chunk = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0;
const onlyAsRoot = canMount ? describe : describe.skip;

beforeAll(async () => {
  if (canMount) world = await faults.openWorld(onSmallDisk);
}, 240_000);

afterAll(async () => {
  await world?.close().catch(() => {}); // the mount point itself cannot be removed while it is one
  if (!disk) return;
  execFileSync('umount', ['-l', disk]);
  for (const folder of [disk, elsewhere]) rmSync(folder, { recursive: true, force: true });
}, 60_000);

onlyAsRoot('a full disk under Postgres', () => {
  it('refuses writes with a clear 503, keeps what was accepted, and all goes on when there is room again', async () => {
    const accepted: string[] = [];
    for (let n = 0; n < 20; n++) accepted.push(await registerAtLast(world));
    const unsure: string[] = [];
    fillDisk();
    await eventually(
      async () => {
        const key = crypto.randomUUID();
        const { id, status, code } = await register(world, key);
        if (id) accepted.push(id);
        else unsure.push(key);
        expect([201, 503]).toContain(status);
        if (status === 503) expect(code).toBe('database-unavailable');
        if (statfsSync(disk).bavail > 0) fillDisk(); // Postgres gives some back when it crashes
        return unsure.length >= 20;
      },
      120_000,
      0,
    );
    rmSync(ballast());
    for (const key of unsure) accepted.push(await registerAtLast(world, key));
    await nothingLostNorDoubled(world, accepted);
    expect(faults.restarts(world)).toEqual([0, 0]);
  }, 300_000);
});
