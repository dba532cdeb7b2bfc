import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '@offset-zero/platform/environment';
import { commands } from '../ops/commands.ts';
import { helpOf, helpOfAll } from '../ops/help.ts';
import { fill } from './regions.ts';

export const OPS_PAGE = join(root, 'docs/operations/ops.md');

/** docs/operations/ops.md with what the commands say of themselves. */
export async function withHelp(text: string): Promise<string> {
  const helps = [helpOfAll(), ...Object.entries(commands).map(([name, command]) => helpOf(name, command))];
  const filled = fill(text, { commands: helps.map((help) => `\`\`\`text\n${help}\n\`\`\``).join('\n\n') });
  return format(filled, { ...(await resolveConfig(OPS_PAGE)), parser: 'markdown' });
}
