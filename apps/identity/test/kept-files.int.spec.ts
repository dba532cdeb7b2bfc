import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

describe('it does not start', () => {
  const said = async () => ((await startIdentity(folder).catch((error: Error) => error)) as Error).message;

  it('with two accounts of one name, nor with what nobody could sign in with: it says which, and no secret', async () => {
    const anna = { name: 'anna', password: 'first secret', role: 'clerk', fullName: 'Anna' };
    keep('accounts.json', [anna, { ...anna, password: 'second secret', role: 'operator' }, null]);
    keep('clients.json', [{ name: 'clerk', secret: 'third secret', role: 'god' }]);
    const message = await said();
    expect(message.split('\n')).toEqual([
      `What ${folder} keeps cannot be used:`,
      '  - accounts.json, entry 3 must be an object',
      '  - clients.json, entry 1 ("clerk"): role must be one of shopper, clerk, operator',
      '  - accounts.json, entry 2 ("anna"): name must not be that of accounts.json, entry 1 ("anna")',
    ]);
  });

  it('with keys that cannot sign', async () => {
    keep('keys.json', { jwks: { keys: [{ kty: 'RSA' }] }, cookieKeys: ['a secret'] });
    expect(await said()).toMatch(
      /^What .* keeps cannot be used:\n {2}- keys\.json, key 1: d must make a private RSA key/,
    );
  });

  it('with a file that is no JSON: of what stands there nothing is told', async () => {
    writeFileSync(join(folder, 'accounts.json'), '[{ "password": "a secret" "name": "anna" }]');
    const error = (await startIdentity(folder).catch((thrown: Error) => thrown)) as Error;
    expect(error.message).toBe(
      `${join(folder, 'accounts.json')} is no JSON (line 1 column 27): mend it, or delete it and it is made anew`,
    );
    expect(inspect(error)).not.toContain('secret"');
  });

  it('with a folder where a file should be', async () => {
    mkdirSync(join(folder, 'clients.json'));
    expect(await said()).toBe(`${join(folder, 'clients.json')} cannot be read`);
  });
});
