import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { addresses, canvas, map } from './map.ts';
import { fill } from './regions.ts';

export const README = join(root, 'README.md');

/** The README with its generated regions made anew from the manifests, formatted. */
export async function withGeneratedRegions(text: string): Promise<string> {
  const services = (await findApps(root)).map(({ manifest }) => manifest);
  const filled = fill(text, {
    map: `\`\`\`mermaid\n${map(services)}\n\`\`\``,
    services: canvas(services),
    addresses: addresses(services),
  });
  return format(filled, { ...(await resolveConfig(README)), parser: 'markdown' });
}
