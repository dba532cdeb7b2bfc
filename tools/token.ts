/** `npm run token`: a token for the shell, by client credentials. */
import { loadSettings } from '@offset-zero/platform/environment';
import { type Role, roles, tokenFor } from '@offset-zero/platform/token.process';

const help = () => `npm run -s token -- ${roles.join('|')}

Prints an access token for a machine with this role; it lives for an hour. For the shell:

  TOKEN=$(npm run -s token -- clerk)
  curl -H "Authorization: Bearer $TOKEN" ${loadSettings().door}/api/customers

Who may do what, and how people sign in: docs/operations/identity.md`;

async function main([role = '--help', ...more]: string[]): Promise<void> {
  if (role === '--help' || role === '-h') return console.log(help());
  if (!(roles as readonly string[]).includes(role))
    throw new Error(`There is no role "${role}". There are: ${roles.join(', ')}`);
  if (more.length > 0) throw new Error(`One role at a time, not "${[role, ...more].join(' ')}"`);
  console.log(await tokenFor(role as Role));
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
