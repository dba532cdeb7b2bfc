import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { allVariables, root } from './environment.ts';
import { environmentTable, envExample, withTable } from './environment-docs.ts';
import { findApps } from './manifests.process.ts';

/** The files that tell of the environment, as they ought to be: path in the repository → text. */
export async function generatedDocs(): Promise<Record<string, string>> {
  const variables = allVariables((await findApps(root)).map(({ manifest }) => manifest));
  const page = join(root, 'docs/operations/servers.md');
  const filled = withTable(readFileSync(page, 'utf8'), environmentTable(variables));
  return {
    '.env.example': envExample(variables),
    'docs/operations/servers.md': await format(filled, { ...(await resolveConfig(page)), parser: 'markdown' }),
  };
}
