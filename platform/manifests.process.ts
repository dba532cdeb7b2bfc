import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Manifest, publishes } from '@offset-zero/service/manifest';

/** A service as it lies in apps/: what it says of itself, and its folder. */
export interface App {
  manifest: Manifest;
  folder: string;
  /** Its name in the workspace, for nx. */
  project: string;
}

/** Every apps/<name>/src/service.ts, ordered by port. A new folder is a new service. */
export async function findApps(root: string): Promise<App[]> {
  const files = globSync('apps/*/src/service.ts', { cwd: root }).map((file) => join(root, file));
  const apps = await Promise.all(files.map(read));
  return apps.sort((a, b) => a.manifest.port - b.manifest.port);
}

/** The services that publish, so have a relay. */
export const withRelay = (apps: App[]): string[] =>
  apps.filter(({ manifest }) => publishes(manifest).length > 0).map(({ manifest }) => manifest.name);

async function read(file: string): Promise<App> {
  const folder = dirname(dirname(file));
  const manifest = manifestIn(await import(pathToFileURL(file).href), file);
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string };
  return { manifest, folder, project: name };
}

function manifestIn(module: Record<string, unknown>, file: string): Manifest {
  const found = Object.values(module).find(
    (value): value is Manifest => typeof value === 'object' && value !== null && 'name' in value && 'port' in value,
  );
  if (!found) throw new Error(`${file} exports no manifest: export const x = service({ name, port, summary })`);
  return found;
}
