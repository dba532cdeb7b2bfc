/** `npm run platform -- <command>`: asks the system that runs. */
import { ask } from './control-client.process.ts';
import { complain, say } from './console.ts';
import { loadSettings } from './environment.ts';

const HELP = `npm run platform -- <command>

  status            what runs
  stop [name]       stop one of them in good order, or everything
  start <name>      start one that was stopped, and wait until it is ready
  restart <name>    build, stop, start
  kill <name>       kill -9; it is started again as after any crash

<name> is a service, or kafka, registry, postgres`;

interface Line {
  name: string;
  state: string;
  pid?: number;
  restarts: number;
}

async function main(command = '--help', name?: string): Promise<void> {
  if (!['status', 'stop', 'start', 'restart', 'kill'].includes(command)) {
    if (command !== '--help') complain(`There is no command "${command}"`);
    process.exitCode = command === '--help' ? 0 : 1;
    return say(HELP);
  }
  const { dataDir } = loadSettings();
  if (command !== 'status') return say(await ask<string>(dataDir, command, name));
  for (const { name, state, pid, restarts } of await ask<Line[]>(dataDir, 'status')) {
    say(
      `${name.padEnd(18)} ${state.padEnd(9)} ${String(pid ?? '').padEnd(8)} ${restarts ? `${restarts} restarts` : ''}`.trimEnd(),
    );
  }
}

await main(...process.argv.slice(2)).catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
