import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@offset-zero/auth/roles';
import { uuidv7 } from 'uuidv7';
import type { IdentitySettings } from '../settings.ts';
import { type Account, type Machine, machines, people, type Secrets } from './account.ts';
import { faultsInEntries } from './entries.ts';
import { kept } from './file.process.ts';
import { faultsInKeys, type Keys, newKeys } from './keys.process.ts';
import { directoryOf } from './names.ts';

/**
 * What `folder` keeps; whatever is missing is made now and stays. Only the owner of the process may read it. Throws one
 * error that says everything that is wrong with what is kept, and no secret.
 */
export function openSecrets({ folder, webClientId }: Pick<IdentitySettings, 'folder' | 'webClientId'>): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = kept(join(folder, 'keys.json'), newKeys);
  const accounts = kept(join(folder, 'accounts.json'), newAccounts);
  const clients = kept(join(folder, 'clients.json'), newMachines);
  const faults = [...faultsInKeys(keys), ...faultsInEntries(accounts, clients, webClientId)];
  if (faults.length > 0) throw new Error([`What ${folder} keeps cannot be used:`, ...faults].join('\n  - '));
  return { accountOf: directoryOf(accounts as Account[]), machines: clients as Machine[], ...(keys as Keys) };
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
