import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@offset-zero/auth/roles';
import { uuidv7 } from 'uuidv7';
import { type Account, type Machine, machines, people, type Secrets } from './account.ts';
import { directoryOf } from './names.ts';

/**
 * What `folder` keeps; whatever is missing is made now and stays. Only the owner of the process may read it. Throws when a
 * file there is no JSON.
 */
export function openSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = kept(join(folder, 'keys.json'), newKeys);
  return {
    accountOf: directoryOf(kept(join(folder, 'accounts.json'), newAccounts)),
    machines: kept(join(folder, 'clients.json'), newMachines),
    ...keys,
  };
}

function kept<T>(file: string, make: () => T): T {
  if (!existsSync(file)) write(file, `${JSON.stringify(make(), null, 2)}\n`);
  chmodSync(file, 0o600); // a copy may have lost it
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file} is no JSON: mend it, or delete it and it is made anew`, { cause: error });
  }
}

/** All of it or nothing, whenever we are killed. */
function write(file: string, text: string): void {
  const whole = `${file}.new`;
  const handle = openSync(whole, 'w', 0o600);
  writeFileSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(whole, file);
}

function newKeys(): Pick<Secrets, 'jwks' | 'cookieKeys'> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(9).toString('base64url'),
    alg: 'RS256',
    use: 'sig',
  };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}

const newAccounts = (): Account[] =>
  people.map((person) => ({ ...person, password: newPassword(), ...customerOf(person.role) }));

const newMachines = (): Machine[] =>
  machines.map((role) => ({ name: role, role, secret: randomBytes(32).toString('base64url'), ...customerOf(role) }));

const customerOf = (role: Role) => (role === 'shopper' ? { customerId: uuidv7() } : {});

/** Without what is taken for something else when it is read and typed: 16 of 31 signs are 79 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');
