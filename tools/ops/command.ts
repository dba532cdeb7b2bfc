import type { ParseArgsOptionsConfig } from 'node:util';
import type { Io } from './io.ts';
import type { Service } from './service.ts';

type Values = Record<string, string | boolean | undefined>;

/** What a command was given, its `options` and the arguments after the service. */
export interface Given {
  service: Service;
  args: string[];
  values: Values;
}

/** One thing an operator can do. */
export interface Command {
  /** What comes after `<service>`, as in the help: `[subscription] [--key <key>]`. */
  usage: string;
  /** One line. */
  about: string;
  /** What else there is to know. */
  more?: string;
  /** The least and the most arguments after the service. */
  takes: readonly [least: number, most: number];
  options?: ParseArgsOptionsConfig;
  /** Gives what `--json` prints; says the same to people by `io.say`. Throws one line for whoever asked. */
  run(given: Given, io: Io): Promise<unknown>;
}

/** An option as text, or undefined. */
export const text = ({ values }: Given, name: string): string | undefined => values[name] as string | undefined;

export const CONFIRMED: ParseArgsOptionsConfig = {
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
};

export const CONFIRMED_USAGE = '[--dry-run] [--yes]';

/**
 * Asks before something is changed; the plan was shown. False: it was not wanted, or only tried. Throws where there is
 * nobody to ask and no `--yes`.
 */
export async function confirmed({ values }: Given, io: Io, question: string): Promise<boolean> {
  if (values['dry-run']) return false;
  if (values['yes']) return true;
  if (!io.ask) throw new Error('There is no terminal to ask on: look at it with --dry-run, then do it with --yes');
  return io.ask(question);
}
