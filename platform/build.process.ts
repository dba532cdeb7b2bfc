import { join } from 'node:path';
import { indented } from './console.ts';
import { root } from './environment.ts';
import { type Folders, launch, type Running } from './program.process.ts';

export interface Build {
  /** Throws with what the compiler said. */
  done: Promise<void>;
  stop(): Promise<void>;
}

/** Compiles these projects and what they use with nx; what has not changed comes out of nx's cache. */
export function startBuild(projects: string[], folders: Folders, progress: (what: string) => void): Build {
  const output: string[] = [];
  let built = 0;
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
  const run: Running = launch(
    {
      name: 'build',
      command: process.execPath,
      args: [
        join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'),
        'run-many',
        '-t',
        'build',
        '-p',
        projects.join(','),
        '--outputStyle=static',
      ],
      cwd: root,
      env: { ...Object.fromEntries(inherited), NX_DAEMON: 'false', FORCE_COLOR: '0' },
      stopSignal: 'SIGTERM',
      patienceMs: 3_000,
      async isReady() {},
      onLine(line) {
        output.push(line);
        if (/^\s*(✔|✓|>)\s+nx run .*:build/.test(line)) progress(`${++built} done`);
      },
    },
    folders,
  );
  return { done: run.ended.then((exit) => fail(exit, output)), stop: () => run.stop() };
}

function fail(exit: string, output: string[]): void {
  if (exit === 'exit code 0') return;
  const errors = output.filter((line) => /error TS|error:/i.test(line));
  const said = errors.length > 0 ? errors.slice(0, 20) : output.slice(-40);
  throw new Error(`The services could not be built (${exit}):\n${indented(said.join('\n'))}`);
}
