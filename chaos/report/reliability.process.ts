import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@offset-zero/platform/environment';
import { type SoakResult, soakFolder } from '../soak/soak.process.ts';
import { reliabilityPage } from './reliability.ts';
import { soakSection } from '../soak/table.ts';
import type { Result } from './result.ts';

/** Writes docs/reliability.md from the results of the runs on this machine and returns where it is. */
export function writeReliability(): string {
  const files = globSync('.results/chaos/*/result.json', { cwd: root });
  if (files.length === 0) throw new Error('There is no result yet: npm run chaos first');
  const results = files.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Result);
  const page = join(root, 'docs', 'reliability.md');
  const soakFile = join(soakFolder, 'result.json');
  const soak = existsSync(soakFile) ? (JSON.parse(readFileSync(soakFile, 'utf8')) as SoakResult) : undefined;
  results.sort((a, b) => a.seed - b.seed);
  writeFileSync(page, reliabilityPage(results) + (soak ? soakSection(soak) : ''));
  return page;
}
