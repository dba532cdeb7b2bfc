/** `npm run soak`: a steady load for long, nothing goes wrong; how memory grows, and whether everything agrees in the end. */
import { parseArgs } from 'node:util';
import { complain, say, tell } from '@offset-zero/platform/console';
import { onInterrupt } from '@offset-zero/platform/interrupt.process';
import { describeReport } from './check/report.ts';
import { failuresOf } from './report/result.ts';
import { memoryTable } from './soak/table.ts';
import { runSoak, type SoakResult } from './soak/soak.process.ts';
import { startWorld, type World } from './world/world.process.ts';

const HELP = `npm run soak -- [--minutes 30] [--rate 12] [--seed 7]

Starts the whole system on data and ports of its own and puts it under a steady load. Prints how the memory of every
process grew (after a third of the time, MB per hour), and what the independent checker says. The result goes to
.results/soak/result.json, and into docs/reliability.md with \`npm run chaos -- --report\`.

  --minutes <n>      how long; 30         --seed <n>         the same seed makes the same load; 7
  --rate <n>         writes per second    --port-offset <n>  added to every standard port; 11000
  --help             this`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      rate: { type: 'string', default: '12' },
      seed: { type: 'string', default: '7' },
      'port-offset': { type: 'string', default: '11000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return say(HELP);
  const [minutes, rate, seed, portOffset] = [values.minutes, values.rate, values.seed, values['port-offset']].map(
    Number,
  );
  if (!(minutes! > 0 && rate! > 0 && seed! >= 0 && portOffset! >= 0)) throw new Error(HELP);
  const result = await inAWorld({ minutes: minutes!, rate: rate!, seed: seed! }, portOffset!);
  say(`\n${describeReport(result.report)}`);
  for (const what of result.stuck) say(`✗ stuck: ${what}`);
  say(`\n${memoryTable(result.memory)}\n`);
  const failures = failuresOf(result) + result.restarts;
  const what = `${result.requests.accepted} writes accepted, ${result.restarts} restarts`;
  tell(failures === 0 ? 'no breach' : `${failures} breaches`, what, failures === 0 ? 'green' : 'red');
  process.exitCode = failures === 0 ? 0 : 1;
}

async function inAWorld(options: Parameters<typeof runSoak>[1], portOffset: number): Promise<SoakResult> {
  const interrupted = new AbortController();
  let started: Pick<World, 'stop' | 'abandon'> | undefined;
  onInterrupt(
    () => {
      interrupted.abort(new Error('interrupted'));
      void started?.stop();
    },
    () => {
      started?.abandon();
      setTimeout(() => process.exit(130), 200);
    },
  );
  try {
    const world = await startWorld({ portOffset, tell, onWorld: (world) => (started = world) });
    return await runSoak(world, options, interrupted.signal);
  } finally {
    await started?.stop();
  }
}

await main().catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
process.exit();
