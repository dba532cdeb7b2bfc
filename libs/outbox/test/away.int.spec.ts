import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createKafka, type Kafka } from '@offset-zero/kafka';
import { eventually, servers } from '@offset-zero/testing';
import { outboxDepth, type Relay, startRelay } from '../src/index.ts';
import { createGate, type Gate } from '@offset-zero/testing/gate';
import { createWorld, recording, type World } from './world.ts';

let world: World;
let relay: Relay | undefined;
let gate: Gate | undefined;
let children: ChildProcess[] = [];
let log: ReturnType<typeof recording>;

beforeEach(async () => {
  world = await createWorld();
  log = recording();
});

afterEach(async () => {
  await relay?.stop();
  for (const child of children) child.kill('SIGKILL');
  await gate?.close();
  [relay, gate, children] = [undefined, undefined, []];
  await world.close();
});

const started = (over: { kafka?: Kafka; databaseUrl?: string }): Relay =>
  (relay = startRelay({
    service: world.service,
    kafka: world.kafka,
    databaseUrl: world.database.url,
    log,
    lockTimeoutMs: 3_000,
    ...over,
  }));

const brokerGate = async () => {
  const [host, port] = servers().brokers[0]!.split(':');
  return (gate = await createGate(Number(port), host));
};
const kafkaBehind = ({ address }: Gate) => createKafka({ brokers: [address], clientId: world.service });

const versions = async (key: string) =>
  (await world.log()).filter((record) => record.key === key).map(({ headers }) => Number(headers.ce_version));

describe('a relay whose servers are away', () => {
  it('says so once, and publishes when the broker is there', async () => {
    const barred = await brokerGate();
    barred.cut();
    const waiting = started({ kafka: kafkaBehind(barred) });
    await world.write('a', 1);
    await eventually(() => log.failures() >= 3);
    expect(waiting.status().lastError).toMatch(/connection|ECONN/i);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    barred.open();
    await eventually(async () => expect(await versions('a')).toEqual([1]));
    await eventually(() => waiting.status().lastError === undefined);
    expect(log.lines.map(({ message }) => message)).toEqual([
      'The relay took office',
      'The relay cannot publish and tries again',
      'The relay works again',
    ]);
  });

  it.each(['cut', 'stall'] as const)('goes on when the database is back after a %s', async (how) => {
    const { hostname, port } = new URL(world.database.url);
    const barred = (gate = await createGate(Number(port), hostname));
    const databaseUrl = Object.assign(new URL(world.database.url), { host: barred.address }).href;
    const running = started({ databaseUrl });
    await world.write('a', 1);
    await eventually(async () => expect(await versions('a')).toEqual([1]));
    barred[how]();
    await world.write('a', 2);
    await eventually(() => running.status().lastError !== undefined);
    barred.forget(); // the relay has to find out by itself
    barred.open();
    await eventually(async () => expect(await versions('a')).toEqual([1, 2]), 30_000);
    await eventually(() => running.status().lastError === undefined);
  });

  it('stays unwell, and quiet, as long as a row cannot be published', async () => {
    const topic = `${world.service}-late`;
    await world.database.sql.query(
      `insert into outbox (event_id, topic, key, headers) values (gen_random_uuid(), $1, 'k', '{}')`,
      [topic],
    );
    const waiting = started({});
    await eventually(() => log.failures() >= 3, 40_000);
    expect(waiting.status().lastError).toMatch(/does not host/);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    await world.createTopic(topic);
    await eventually(async () => expect(await outboxDepth(world.database.sql)).toMatchObject({ rows: 0 }), 30_000);
    await eventually(() => waiting.status().lastError === undefined);
  });
});

describe('a process whose relay has stopped', () => {
  const child = (env: Record<string, string>) => {
    const process_ = spawn('node', ['-C', '@offset-zero/source', join(import.meta.dirname, 'relay-child.ts')], {
      env: {
        ...process.env,
        SERVICE: world.service,
        DATABASE_URL: world.database.url,
        KAFKA_BROKERS: servers().brokers.join(','),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(process_);
    const told = new Set<string>();
    process_.stdout!.on('data', (text: Buffer) =>
      String(text)
        .trim()
        .split('\n')
        .forEach((line) => told.add(line)),
    );
    const exit = new Promise<number | null>((resolve) => process_.once('exit', resolve));
    return { process: process_, told, exit };
  };

  it('ends by itself', async () => {
    const running = child({});
    await world.write('a', 1);
    await eventually(() => running.told.has('settled'));
    running.process.kill('SIGTERM');
    expect(await running.exit).toBe(0);
  });

  it.each(['cut', 'stall'] as const)('ends by itself after a %s of the way to the broker', async (how) => {
    const barred = await brokerGate();
    barred[how]();
    const running = child({ KAFKA_BROKERS: barred.address });
    await eventually(() => running.told.has('took office'));
    running.process.kill('SIGTERM');
    const began = performance.now();
    await eventually(() => running.told.has('stopped'));
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(await running.exit).toBe(0);
  });
});
