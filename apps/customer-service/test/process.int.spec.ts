import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';

const app = join(import.meta.dirname, '..');
const nowhere = {
  PORT: '0',
  DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nothing',
  KAFKA_BROKERS: '127.0.0.1:1',
  REGISTRY_URL: 'http://127.0.0.1:1',
};

const running = new Set<ChildProcess>();

/** The service as `npm start` runs it: a process of its own, with this environment and nothing else. */
function start(env: Record<string, string>) {
  const { PATH } = process.env;
  const child = spawn('node', ['dist/main.js'], { cwd: app, env: { PATH, ...env } as NodeJS.ProcessEnv });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number) };
}

beforeAll(() => void execFileSync('tsc', ['-b'], { cwd: app, stdio: 'inherit' }), 120_000);
afterEach(() => running.forEach((child) => child.kill('SIGKILL')));

describe('the process', () => {
  it('says everything that is wrong with its environment, and ends with 1', async () => {
    const { ended, said } = start({ PORT: 'http', DATABASE_URL: 'mysql://u:secret@h/d' });
    expect(await ended).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'KAFKA_BROKERS', 'REGISTRY_URL']) expect(said()).toContain(name);
    expect(said()).not.toContain('secret');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stays alive with nothing there, and ends with 0 at %s', async (signal) => {
    const { child, ended, said } = start(nowhere);
    await eventually(() => said().includes('not there yet'));
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(said()).toContain('"msg":"stopped"');
  });

  it('ends with 1 when its port is taken', async () => {
    const first = start(nowhere);
    await eventually(() => /"url":"[^"]+"/.test(first.said()));
    const [, port] = /"url":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(first.said())!;
    const second = start({ ...nowhere, PORT: port! });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('EADDRINUSE');
  });

  it('writes nothing but JSON lines', async () => {
    const { child, ended, said } = start(nowhere);
    await eventually(() => said().includes('not there yet'));
    child.kill('SIGTERM');
    await ended;
    for (const line of said().trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({
        service: 'customer-service',
        level: expect.any(String),
        time: expect.any(String),
      });
  });
});
