import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listIn } from './list-file.process.ts';

/** Somebody who can sign in at the identity provider of this machine. */
export interface Account {
  name: string;
  fullName: string;
  role: string;
  password: string;
}

/** Who can sign in, as `<folder>/accounts.json` has it; undefined before the first start. */
export function accountsIn(folder: string): Account[] | undefined {
  const file = join(folder, 'accounts.json');
  return existsSync(file) ? listIn<Account>(file) : undefined;
}

/** `anna, ben (shopper), otto (operator)`. */
export const whoCanSignIn = (accounts: readonly Account[]): string =>
  [...Map.groupBy(accounts, ({ role }) => role)]
    .map(([role, list]) => `${list.map(({ name }) => name).join(', ')} (${role})`)
    .join(', ');
