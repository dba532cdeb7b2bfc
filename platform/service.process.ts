import { join } from 'node:path';
import type { Manifest } from '@offset-zero/service/manifest';
import { problemIn } from './problems.ts';
import type { Program } from './program.process.ts';

/** A service as a supervised program: its compiled main.js, ready when its own /health/ready says so. */
export function serviceProgram(o: {
  manifest: Manifest;
  folder: string;
  env: NodeJS.ProcessEnv;
  onProblem: (text: string) => void;
}): Program {
  const address = `http://127.0.0.1:${o.env.PORT}`;
  return {
    name: o.manifest.name,
    command: process.execPath,
    args: ['--enable-source-maps', join(o.folder, 'dist', 'main.js')],
    cwd: o.folder,
    env: o.env,
    stopSignal: 'SIGTERM',
    patienceMs: 15_000,
    async isReady() {
      const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return void (await answer.body?.cancel());
      throw new Error(`it answers ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    },
    onLine(line) {
      const problem = problemIn(line);
      if (problem) o.onProblem(problem);
    },
  };
}
