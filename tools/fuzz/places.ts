import { join } from 'node:path';
import { loadSettings, root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import type { Places } from './targets.ts';

/** Where the shop that the environment names is. */
export async function places(): Promise<Places> {
  const settings = loadSettings();
  const apps = (await findApps(root)).map(({ manifest }) => manifest);
  const url = (service: { name: string; port: number }) => `http://127.0.0.1:${settings.portOf(service)}`;
  return {
    document: join(root, 'docs/openapi.json'),
    gateway: url({ name: 'api-gateway', port: 8080 }),
    services: apps.filter(({ database }) => database).map((manifest) => ({ name: manifest.name, url: url(manifest) })),
  };
}
