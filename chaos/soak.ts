/** `npm run soak`: a steady load for long, nothing goes wrong; how memory grows, and whether everything agrees in the end. */
import { parseArgs } from 'node:util';
import { complain, say, tell } from '@offset-zero/platform/console';
import { describeReport } from './check/report.ts';
import { failuresOf } from './report/result.ts';
import { memoryTable } from './soak/table.ts';
import { prepareSoak, runSoak } from './soak/soak.process.ts';
import { inWorld } from './world/in-world.process.ts';

const HELP = `npm run soak -- [--minutes 30] [--rate 12] [--seed 7]

Starts the whole system on data and ports of its own and puts it under a steady load. Prints how the memory of every
process grew (resident, and what full collections leave of the heap; after a third of the time, MB per hour), and what
the independent checker says. The result goes to
.results/soak/result.json, and into docs/reliability.md with \`npm run chaos -- --report\`.

  --minutes <n>      how long; 30         --seed <n>         the same seed makes the same load; 7
  --rate <n>         writes per second    --port-offset <n>  added to every standard port; 10500
  --help             this`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      rate: { type: 'string', default: '12' },
      seed: { type: 'string', default: '7' },
      'port-offset': { type: 'string', default: '10500' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(HELP);
  const [minutes, rate, seed, portOffset] = [values.minutes, values.rate, values.seed, values['port-offset']].map(
    Number,
  );
  if (!(minutes! > 0 && rate! > 0 && seed! >= 0 && portOffset! >= 0)) throw new Error(HELP);
  const load = { minutes: minutes!, rate: rate!, seed: seed! };
  prepareSoak();
  const result = await inWorld({ portOffset: portOffset!, tell }, (world, signal) => runSoak(world, load, signal));
  say(`\n${describeReport(result.report)}`);
  for (const what of result.stuck) say(`✗ stuck: ${what}`);
  say(`\n${memoryTable(result)}\n`);
  if (result.requests.accepted === 0) throw new Error('Not a single write was accepted: nothing was shown.');
  const failures = failuresOf(result) + result.restarts;
  const what = `${result.requests.accepted} writes accepted, ${result.restarts} restarts`;
  tell(failures === 0 ? 'no breach' : `${failures} breaches`, what, failures === 0 ? 'green' : 'red');
  process.exitCode = failures === 0 ? 0 : 1;
}

await main().catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
process.exit();
