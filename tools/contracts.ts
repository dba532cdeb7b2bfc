/** `npm run contracts`: the gate that every schema passes. */
import { root } from '@offset-zero/platform/environment';
import { readOptions } from './arguments.ts';
import { checkAll } from './contracts/check.ts';
import { mayDrop } from './contracts/may-drop.ts';
import { writeReaders } from './contracts/readers/files.ts';
import { releaseAndGenerate } from './contracts/release.ts';

const HELP = `npm run -s contracts -- <command>

  check                       every schema against every released version and its golden bytes, and who reads what
  release <topic>             releases what has changed in schemas/<topic>/: schema, golden bytes, checksums, types
  release <topic> --dry-run   says what would be released, and what is in the way
  may-drop <topic> <field>    who reads a field, and what to do; exit code 1 when it must stay
                              may-drop customer Customer.email, may-drop order Order.lines[].name
  readers                     writes schemas/<topic>/readers/<service>.json anew; \`npm run docs\` does too`;

async function main(): Promise<boolean> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [command, ...args] = values.help ? [] : positionals;
  if (command === 'check' && args.length === 0) return checkAll(root);
  if (command === 'release' && args.length === 1) return releaseAndGenerate(root, args[0]!, values['dry-run']);
  if (command === 'may-drop' && args.length === 2) {
    const { may, lines } = mayDrop(root, args[0]!, args[1]!);
    for (const line of lines) console.log(line);
    return may;
  }
  if (command === 'readers' && args.length === 0) {
    await writeReaders(root);
    return true;
  }
  if (command !== undefined) console.log(`It does not understand "${positionals.join(' ')}"\n`);
  console.log(HELP);
  return values.help;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
