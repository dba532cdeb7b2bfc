import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads the command line as `parseArgs` does. Throws one line; Node's own goes on about what nobody meant. */
export function readOptions<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Error((error as Error).message.split(/\. |\.?\n/)[0], { cause: error });
  }
}

/** An option or argument as a whole number from 0. Throws one line. */
export function whole(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new Error(`${name} takes a whole number, not "${value}"`);
  return Number(value);
}
