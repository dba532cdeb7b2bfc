import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '@offset-zero/platform/environment';
import { fill } from './regions.ts';

export const DECISIONS = join(root, 'docs/decisions/README.md');

/** The page of decisions with a line for each, made anew from their titles. */
export function withDecisions(text: string): string {
  const folder = dirname(DECISIONS);
  const pages = readdirSync(folder).filter((page) => page !== 'README.md');
  const lines = pages.sort().map((page) => `- [${titleOf(readFileSync(join(folder, page), 'utf8'))}](${page})`);
  return fill(text, { decisions: lines.join('\n') });
}

function titleOf(page: string): string {
  const title = /^# (.+)$/m.exec(page)?.[1];
  if (!title) throw new Error('a decision has a title: a first line "# ..."');
  return title;
}
