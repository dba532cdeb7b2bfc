import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@offset-zero/postgres';
import { eventually } from '@offset-zero/testing';
import { databaseUrl } from '../databases.process.ts';
import { outsideName } from '../postgres-home.process.ts';
import { takenPorts } from '../ports.process.ts';
import { areGone, type Clone, makeClone, pidsOf, processesWith, type Run, type User } from './clone.process.ts';

const me = { name: 'the user of these tests', uid: process.getuid!(), gid: process.getgid!() };
const nobody = { name: 'an ordinary user', uid: 65534, gid: 65534 };
/** Only root can be both; anybody else is the ordinary user himself. */
const users: User[] = me.uid === 0 ? [{ ...me, name: 'root' }, nobody] : [{ ...me, name: 'an ordinary user' }];

const OFFSET = 11_000;
const POSTGRES = 15432 + OFFSET;
const env = { PORT_OFFSET: String(OFFSET) };
const UP = /The servers run/;
const npmStart = ['start', '--', '--servers'];
const ports = [9092, 9093, 8081, 15432].map((port) => ({ port: port + OFFSET, who: 'x', variable: 'X' }));

async function query(url: string, text: string): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe.each(users)('the platform, run by $name from a clone in a mode-700 folder', (user) => {
  let clone: Clone;
  let dataDir: string;
  let running: Run | undefined;

  const customers = () => {
    const roles = JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8')) as Record<string, string>;
    const at = `postgres://127.0.0.1:${POSTGRES}/postgres`;
    return databaseUrl(at, 'customer-service', roles['customer-service']!);
  };

  async function start(args = npmStart): Promise<Run> {
    running = clone.run(args, env);
    await running.says(UP);
    return running;
  }

  async function interrupt(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    process.kill(running!.pid, signal);
    expect(await running!.ended).toBe(0);
    running = undefined;
  }

  beforeAll(() => {
    clone = makeClone(user);
    dataDir = join(clone.path, '.data');
  });

  afterEach(async () => {
    if (running && !running.isOver()) await interrupt();
  });

  afterAll(() => {
    clone.remove();
    rmSync(outsideName(dataDir), { recursive: true, force: true });
  });

  it('starts, leaves nothing after SIGINT to npm alone, and has its data again', async () => {
    await start();
    await query(customers(), 'create table kept ()');
    const pids = pidsOf(dataDir);
    expect(pids).toHaveLength(4);
    await interrupt();
    expect(areGone(pids)).toBe(true);
    expect([processesWith(clone.path), await takenPorts(ports)]).toEqual([[], []]);

    await start();
    expect(await query(customers(), 'select from kept')).toEqual([]);
    await interrupt('SIGTERM');

    const { output } = await start([...npmStart, '--fresh']).then(({ output }) => ({ output: output() }));
    expect(output).toMatch(/deleted .*kafka/);
    await expect(query(customers(), 'select from kept')).rejects.toThrow(/does not exist/);
  });

  it('lets a service into its own database only', async () => {
    await start();
    for (const other of ['product_service', 'postgres', 'template1']) {
      const url = new URL(customers());
      url.pathname = `/${other}`;
      await expect(query(url.href, 'select 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('leaves nothing when it is interrupted while it starts', async () => {
    running = clone.run(npmStart, env);
    await running.says(/postgres +ready/);
    await interrupt();
    expect([processesWith(clone.path), await takenPorts(ports)]).toEqual([[], []]);
  });

  it('is killed by those who do not want to wait', async () => {
    await start();
    const pids = pidsOf(dataDir);
    const kafka = Number(readFileSync(join(dataDir, 'run', 'kafka.pid'), 'utf8').split(' ')[0]);
    process.kill(kafka, 'SIGSTOP'); // it will not stop in good order
    await eventually(() => {
      if (!running!.isOver()) process.kill(running!.pid, 'SIGINT');
      return running!.isOver();
    });
    expect(running!.output()).toMatch(/once more to kill/);
    await eventually(() => areGone(pids));
  });

  it('is gone after kill -9, and starts again', async () => {
    await start();
    const [supervisor, ...servers] = pidsOf(dataDir) as [number, ...number[]];
    process.kill(supervisor, 'SIGKILL');
    await running!.ended;
    await eventually(() => areGone(servers));
    await start();
  });

  it('ends what is left over when its guard was killed too', async () => {
    await start();
    const [supervisor, ...servers] = pidsOf(dataDir) as [number, ...number[]];
    const [guard] = processesWith(join(clone.path, 'platform', 'guard.sh'));
    process.kill(parseInt(guard!), 'SIGKILL');
    process.kill(supervisor, 'SIGKILL');
    await running!.ended;
    await start();
    expect(running!.output()).toMatch(/ended what a killed run left behind: .*kafka/);
    expect(areGone(servers)).toBe(true);
  });

  it('can be asked to stop one server, to start it, and to end', async () => {
    await start();
    const platform = (...args: string[]) => clone.call(['run', '--silent', 'platform', '--', ...args]);
    expect((await platform('stop', 'kafka')).output).toMatch(/kafka is stopped/);
    expect((await platform('status')).output).toMatch(/kafka +stopped/);
    expect((await platform('start', 'kafka')).output).toMatch(/kafka is ready/);
    expect((await platform('stop')).output).toMatch(/everything stops/);
    expect(await running!.ended).toBe(0);
    expect(await platform('status')).toMatchObject({ code: 1, output: expect.stringMatching(/Nothing runs/) });
  });
});

describe('what is in the way', () => {
  let clone: Clone;

  beforeAll(() => {
    clone = makeClone(users[0]!);
  });

  afterAll(() => {
    clone.remove();
    rmSync(outsideName(join(clone.path, '.data')), { recursive: true, force: true });
  });

  const refusal = (changes: Record<string, string>, ...args: string[]) =>
    clone.call([...npmStart, ...args], { ...env, ...changes });

  it('a taken port is one line and exit code 1', async () => {
    const other = createServer().listen(9092 + OFFSET, '127.0.0.1');
    const { code, output } = await refusal({});
    other.close();
    expect([code, output.split('\n').filter((line) => line.startsWith('✖'))]).toEqual([
      1,
      [expect.stringMatching(/^✖ Port 20092 for Kafka is taken by another program: .*KAFKA_PORT/)],
    ]);
  });

  it('a missing Java is one line and exit code 1', async () => {
    const { code, output } = await refusal({ JAVA_HOME: '/nowhere' });
    expect([code, output.split('\n').filter((line) => line.startsWith('✖'))]).toEqual([
      1,
      [expect.stringMatching(/^✖ Java is missing .*install a JDK 17/)],
    ]);
  });

  it('a port that is none is one line and exit code 1', async () => {
    const { code, output } = await refusal({ KAFKA_PORT: 'http' });
    expect([code, output]).toEqual([1, expect.stringMatching(/✖ KAFKA_PORT is "http": it takes a whole number/)]);
  });

  it('the same data is refused, another clone on other ports is not', async () => {
    const first = clone.run(npmStart, env);
    await first.says(UP);
    const again = await refusal({ PORT_OFFSET: '12000' });
    expect([again.code, again.output]).toEqual([1, expect.stringMatching(/It runs already/)]);

    const second = makeClone(users.at(-1)!);
    const beside = second.run(npmStart, { PORT_OFFSET: '12000' });
    await beside.says(UP);
    for (const run of [first, beside]) process.kill(run.pid, 'SIGINT');
    expect(await Promise.all([first.ended, beside.ended])).toEqual([0, 0]);
    second.remove();
    rmSync(outsideName(join(second.path, '.data')), { recursive: true, force: true });
  });
});
