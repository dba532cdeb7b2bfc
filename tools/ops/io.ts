import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { tokenFor } from '@offset-zero/platform/token.process';

/** How a command speaks with whoever runs it. */
export interface Io {
  /** For people; silent with `--json`. */
  say(text: string): void;
  /** Who does it, for the audit. */
  who: string;
  /** Asks a question that takes a yes; undefined where nobody is there to answer. */
  ask?: (question: string) => Promise<boolean>;
}

/** Somebody whom the services let in. */
export interface Operator extends Io {
  token(): Promise<string>;
}

/** The terminal; questions go to stderr, so that `--json` stays JSON. */
export const terminal = (quiet: boolean): Operator => ({
  say: quiet ? () => {} : (line) => console.log(line),
  who: userInfo().username,
  token: () => tokenFor('operator'),
  ask: process.stdin.isTTY ? askOnTerminal : undefined,
});

async function askOnTerminal(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
  } finally {
    reader.close();
  }
}
