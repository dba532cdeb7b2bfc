import { join } from 'node:path';
import { stringify } from '@asyncapi/parser';
import { root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { format, resolveConfig } from 'prettier';
import { asyncApi } from './document.ts';
import { parsed } from './parsed.process.ts';

/** For people and generators, and as the gateway's page takes it: parsed already. */
const DOCUMENT = join(root, 'docs/asyncapi.json');
const PARSED = join(root, 'apps/api-gateway/asyncapi/document.json');

/** The AsyncAPI document made of the table of topics and the manifests, by file. Throws when it is not valid. */
export async function asyncApiFiles(): Promise<Map<string, string>> {
  const document = asyncApi((await findApps(root)).map(({ manifest }) => manifest));
  const json = async (text: string) => format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'json' });
  return new Map([
    [DOCUMENT, await json(JSON.stringify(document))],
    [PARSED, await json(stringify(await parsed(document))!)],
  ]);
}
