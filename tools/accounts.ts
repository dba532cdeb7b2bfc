/** `npm run accounts`: who can sign in on this machine, with the passwords. */
import { loadSettings } from '@offset-zero/platform/environment';
import { accountsIn } from '@offset-zero/platform/accounts.process';
import { readOptions } from './arguments.ts';

const HELP = `npm run -s accounts [-- --json]

Prints who can sign in at the identity provider of this machine, with the passwords that were made at its first start.
They are in <DATA_DIR>/identity/accounts.json, which only you may read: change them there, and restart identity.`;

function main(): void {
  const { values } = readOptions({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return console.log(HELP);
  const { own, identityDir } = loadSettings();
  if (own.issuer) throw new Error(`${own.issuer} knows who can sign in: OIDC_ISSUER is set`);
  const accounts = accountsIn(identityDir);
  if (!accounts)
    throw new Error(`There are no accounts in ${identityDir} yet: they are made by the first \`npm start\``);
  if (values.json) return console.log(JSON.stringify(accounts, null, 2));
  for (const { name, password, role, fullName } of accounts)
    console.log(`${name.padEnd(8)} ${password.padEnd(22)} ${role.padEnd(9)} ${fullName}`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
