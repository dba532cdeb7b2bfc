import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { discard } from './discard.ts';
import { inspect } from './inspect.ts';
import { lag } from './lag.ts';
import { parked } from './parked.ts';
import { positions } from './positions.ts';
import { redrive } from './redrive.ts';
import { republish } from './republish.ts';
import { reset } from './reset.ts';

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  lag,
  positions,
  parked,
  inspect,
  redrive,
  discard,
  reset,
  republish,
  audit,
};
