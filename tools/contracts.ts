/** `npm run contracts`: the gate that every schema passes. */
import { parseArgs } from 'node:util';
import { root } from '@offset-zero/platform/environment';
import { checkAll } from './contracts/check.ts';
import { releaseAndGenerate } from './contracts/release.ts';

const HELP = `npm run -s contracts -- <command>

  check                       every schema against every released version and its golden bytes
  release <topic>             releases what has changed in schemas/<topic>/: schema, golden bytes, checksums, types
  release <topic> --dry-run   says what would be released, and what is in the way`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

async function main([command, ...args]: string[]): Promise<boolean> {
  if (command === 'check' && args.length === 0) return checkAll(root);
  if (command === 'release' && args.length === 1) return releaseAndGenerate(root, args[0]!, values['dry-run']);
  console.log(HELP);
  return values.help;
}

try {
  process.exitCode = (await main(values.help ? [] : positionals)) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
