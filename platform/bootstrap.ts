/** `npm run bootstrap -- <service>`: has it born again from offset 0, in the system that runs, and watches it fill. */
import { setTimeout as pause } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { type Health, progressOf, rate } from './bootstrap-progress.ts';
import { complain, say } from './console.ts';
import { ask } from './control-client.process.ts';
import { loadSettings } from './environment.ts';

const HELP = `npm run bootstrap -- <service>

Starts a service afresh in the system that runs: its own database is dropped and made again, and the service fills it
from offset 0 of its topics. Nobody else is asked anything. For services that only keep what others own.`;

const PATIENCE_MS = 120_000;

async function main(service = '--help'): Promise<void> {
  if (service.startsWith('-')) {
    say(HELP);
    process.exitCode = service === '--help' ? 0 : 1;
    return;
  }
  const { url } = await ask<{ url: string }>(loadSettings().dataDir, 'bootstrap', service);
  say(`${service}: empty database, from offset 0 …`);
  const began = Date.now();
  const bar = new SingleBar(
    {
      format: `${service} {bar} {value}/{of} records  {rate}/s  lag {lag}`,
      noTTYOutput: true,
      notTTYSchedule: 2_000,
      etaBuffer: 1,
    },
    Presets.shades_classic,
  );
  bar.start(1, 0, { rate: 0, lag: '?', of: '?' });
  for (let moved = { at: began, records: 0 }; ; await pause(50)) {
    const { records, total, lag, done } = progressOf(await health(url));
    bar.setTotal(Math.max(1, total));
    bar.update(records, { rate: rate(records, Date.now() - began), lag, of: total });
    if (done) {
      bar.stop();
      const elapsed = Date.now() - began;
      const seconds = (elapsed / 1_000).toFixed(1);
      return say(
        `${service}: done, ${records} records in ${seconds} s (${rate(records, elapsed)}/s), lag ${lag}, ${url}`,
      );
    }
    if (records > moved.records) moved = { at: Date.now(), records };
    if (Date.now() - moved.at > PATIENCE_MS) {
      bar.stop();
      throw new Error(
        `${service} has not moved for ${PATIENCE_MS / 1_000} s: its log says why (npm run platform -- status)`,
      );
    }
  }
}

async function health(url: string): Promise<Health> {
  try {
    return (await (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) })).json()) as Health;
  } catch {
    return {}; // it does not listen yet
  }
}

await main(...process.argv.slice(2)).catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
