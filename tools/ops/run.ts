import { readOptions } from '../arguments.ts';
import { type Command, type Given } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';
import type { Operator } from './io.ts';
import { serviceAt } from './service.ts';

/**
 * Does what the command line asks for; `urls` gives the addresses of the services by name. Help and JSON go to `print`.
 * Throws an error of one line for whoever asked.
 */
export async function runOps(
  args: string[],
  urls: () => ReadonlyMap<string, string>,
  io: Operator,
  print: (text: string) => void,
): Promise<void> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h') return print(helpOfAll());
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}`);
  if (rest.includes('--help')) return print(helpOf(name, command));
  const { json, ...given } = read(name, command, rest, urls(), io);
  const answer = await command.run(given, io);
  if (json) print(JSON.stringify(answer, null, 2));
}

function read(
  name: string,
  { options = {}, takes, usage }: Command,
  args: string[],
  urls: ReadonlyMap<string, string>,
  io: Operator,
): Given & { json: boolean } {
  const { values, positionals } = readOptions({
    args,
    allowPositionals: true,
    options: { ...options, json: { type: 'boolean', default: false } },
  });
  const [service = '', ...more] = positionals;
  const url = urls.get(service);
  if (url === undefined) {
    const what = service === '' ? 'Say which service' : `There is no service "${service}"`;
    throw new Error(`${what}. There are: ${[...urls.keys()].join(', ')}`);
  }
  const [least, most] = takes;
  if (more.length < least || more.length > most) throw new Error(`${name} takes: <service> ${usage}`.trimEnd());
  const { json, ...others } = values as Given['values'];
  return { service: serviceAt(service, url, io.who, io.token), args: more, values: others, json: json === true };
}
