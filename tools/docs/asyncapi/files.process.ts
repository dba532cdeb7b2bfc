import { join } from 'node:path';
import { root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { format, resolveConfig } from 'prettier';
import { asyncApi } from './document.ts';
import { asyncApiPage } from './page.ts';

const DOCUMENT = join(root, 'docs/asyncapi.json');
/** What the gateway serves. */
const SERVED = join(root, 'apps/api-gateway/asyncapi');

/** The AsyncAPI document, and the page that shows the same, made of the table of topics and the manifests; by file. */
export async function asyncApiFiles(): Promise<Map<string, string>> {
  const services = (await findApps(root)).map(({ manifest }) => manifest);
  const written = async (file: string, content: string) =>
    format(content, { ...(await resolveConfig(DOCUMENT)), filepath: file });
  const document = await written(DOCUMENT, JSON.stringify(asyncApi(services)));
  const page = join(SERVED, 'index.html');
  return new Map([
    [DOCUMENT, document],
    [join(SERVED, 'document.json'), document],
    [page, await written(page, asyncApiPage(services))],
  ]);
}
