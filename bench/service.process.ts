import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '@offset-zero/testing';

const root = join(import.meta.dirname, '..');

export interface RunningService {
  url: string;
  stop(): Promise<void>;
}

/** Starts a compiled service on a free port, as `npm start` would, and waits until it answers `GET ready`. */
export async function startService(main: string, env: Record<string, string>, ready: string): Promise<RunningService> {
  const port = await freePort();
  const child = spawn('node', [join(root, main)], {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`${main} ended with ${child.exitCode}`);
    return (await fetch(url + ready)).status < 500;
  }, 30_000);
  return { url, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return end;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
