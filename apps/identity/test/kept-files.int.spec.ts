import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { exchange, newFolder, signIn, startIdentity } from './world.ts';

let folder: string;

beforeEach(() => {
  folder = newFolder();
  mkdirSync(folder);
});

afterEach(() => rm(dirname(folder), { recursive: true }));

const keep = (file: string, what: unknown) => writeFileSync(join(folder, file), JSON.stringify(what));

it('an account whose name has a capital signs in like all others', async () => {
  keep('accounts.json', [{ name: 'Dora', password: 'a password', role: 'clerk', fullName: 'Dora Dahinden' }]);
  const identity = await startIdentity(folder);
  try {
    const { access_token } = await exchange(identity, await signIn(identity, 'Dora'));
    expect(await identity.verify(access_token)).toMatchObject({ subject: 'Dora', role: 'clerk' });
  } finally {
    await identity.stop();
  }
});
