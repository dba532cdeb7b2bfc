/** `npm run fuzz`: sends a running shop what its OpenAPI documents allow and forbid, and looks whether it answers as they say. */
import { tokenFor } from '@offset-zero/platform/token.process';
import { readOptions, whole } from './arguments.ts';
import { places } from './fuzz/places.ts';
import { NoPython, pythonTools } from './fuzz/python.process.ts';
import { fuzz } from './fuzz/run.process.ts';
import { type Caller, targets } from './fuzz/targets.ts';

const HELP = `npm run fuzz -- [--seconds 120] [--only <part of a name>] [--seed <number>]

Fuzzes the running shop with Schemathesis, which is installed at the first run (Python 3.10 or later): through the gateway
as operator, clerk, shopper and nobody, then each service itself. Exit code 1 when an answer was not as documented:
no 500, no status, header, type or body that docs/openapi.json does not tell, nothing forbidden accepted.`;

const OPTIONS = {
  seconds: { type: 'string', default: '120' },
  only: { type: 'string', default: '' },
  seed: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values: options } = readOptions({ options: OPTIONS });
  if (options.help) return console.log(HELP);
  const seconds = whole(options.seconds, '--seconds')!;
  const tools = await pythonTools();
  const tokens: Record<Caller, string | undefined> = {
    operator: await tokenFor('operator'),
    clerk: await tokenFor('clerk'),
    shopper: await tokenFor('shopper'),
    nobody: undefined,
  };
  const wanted = targets(places(), tokens, seconds).filter(({ name }) => name.includes(options.only));
  for (const target of wanted) {
    const { cases, failures } = await fuzz(tools, target, options.seed);
    const asDocumented = failures === '' && cases > 0;
    console.log(`${asDocumented ? '✔' : '✘'} ${target.name}: ${cases} requests in ${target.seconds} s`);
    if (asDocumented) continue;
    console.log(failures);
    process.exitCode = 1;
  }
}

await main().catch((error: Error) => {
  console.error(error instanceof NoPython ? error.message : error);
  process.exitCode = 1;
});
