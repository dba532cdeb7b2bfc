import type { Command } from './command.ts';
import { commands } from './commands.ts';

const START = 'npm run -s ops --';

/** What `--help` says of everything. */
export function helpOfAll(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return `${START} <command> <service> ...

${lines.join('\n')}

--json prints what the service answers. Say --help after a command to hear more of it.
What changes something shows first what it would do, and asks; --dry-run stops there, --yes does not ask.`;
}

/** What `--help` says of one command. */
export function helpOf(name: string, { usage, about, more }: Command): string {
  const line = `${START} ${name} <service> ${usage}`.trimEnd();
  return [line, '', `${about[0]!.toUpperCase()}${about.slice(1)}.`, ...(more ? [more] : [])].join('\n');
}
