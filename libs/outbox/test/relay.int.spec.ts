import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, sqlOf, transaction } from '@offset-zero/postgres';
import { eventually, servers } from '@offset-zero/testing';
import { outboxDepth, type Relay, startRelay } from '../src/index.ts';
import { createWorld, silent, type World } from './world.ts';

let world: World;
let relays: Relay[] = [];
let children: ChildProcess[] = [];

beforeEach(async () => {
  world = await createWorld();
});

afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  for (const child of children) child.kill('SIGKILL');
  [relays, children] = [[], []];
  await world.close();
});

function relay(): Relay {
  const { service, kafka, database } = world;
  const started = startRelay({ service, kafka, databaseUrl: database.url, log: silent, lockTimeoutMs: 3_000 });
  relays.push(started);
  return started;
}

/** A relay in its own process; `at` is where it kills or stops itself. */
function child(at: { DIE_AT?: string; STOP_AT?: string; NTH?: string; BATCH?: string }): ChildProcess {
  const env = {
    ...process.env,
    ...at,
    SERVICE: world.service,
    DATABASE_URL: world.database.url,
    KAFKA_BROKERS: servers().brokers.join(','),
  };
  const started = spawn('node', ['-C', '@offset-zero/source', join(import.meta.dirname, 'relay-child.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(started);
  return started;
}

/** It stops itself a moment after it has told its station: woken in between, it would stop for good. */
const hasStopped = ({ pid }: ChildProcess) =>
  eventually(() => execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('T'));

const published = (count: number, timeoutMs = 30_000) =>
  eventually(async () => {
    expect(await outboxDepth(world.database.sql)).toMatchObject({ rows: 0 });
    const log = await world.log();
    expect(log.length).toBeGreaterThanOrEqual(count);
    return log;
  }, timeoutMs);

/** Per key, what a reader sees: each version once, in order. */
const versionsByKey = (log: { key: string | null; headers: Record<string, string> }[]) =>
  Object.fromEntries(
    [...Map.groupBy(log, ({ key }) => key!)].map(([key, list]) => [
      key,
      list.map(({ headers }) => Number(headers.ce_version)),
    ]),
  );

const counting = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

async function writeAll(keys: string[], versions: number, from = 1): Promise<void> {
  for (let version = from; version < from + versions; version++)
    await Promise.all(keys.map((key) => world.write(key, version)));
}

describe('the relay', () => {
  it('publishes every committed row once, in the order of its key, and nothing that was rolled back', async () => {
    relay();
    await writeAll(['a', 'b', 'c'], 20);
    const undone = transaction(world.database.pool, async (sql) => {
      await world.writeIn(sql, 'a', 999);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await world.write('a', 21, null);
    const log = await published(61);
    expect(versionsByKey(log)).toEqual({ a: counting(21), b: counting(20), c: counting(20) });
    expect(log.filter(({ key }) => key === 'a').at(-1)).toMatchObject({
      value: null,
      headers: { ce_type: 'shop.customer.Customer.deleted' },
    });
    expect(new Set(log.map(({ headers }) => headers.ce_id)).size).toBe(61);
  });

  it('does not lose a row that commits late', async () => {
    relay();
    const [late] = [await connect(world.database.url)];
    await late.query('begin');
    await late.query(
      `insert into outbox (event_id, topic, key, value, headers) values (gen_random_uuid(), $1, 'late', '\\x00', '{}')`,
      [world.topic.name],
    );
    await world.write('early', 1);
    await published(1);
    await late.query('commit');
    await late.end();
    expect((await published(2)).map(({ key }) => key).sort()).toEqual(['early', 'late']);
  });

  it('does not delete a row that commits while later ones are published', async () => {
    const late = await connect(world.database.url);
    await late.query('begin');
    await world.writeIn(sqlOf(late), 'late', 1);
    await world.write('early', 1);
    const publishing = child({ STOP_AT: 'sent' });
    await hasStopped(publishing);
    await late.query('commit');
    await late.end();
    publishing.kill('SIGCONT');
    expect((await published(2)).map(({ key }) => key).sort()).toEqual(['early', 'late']);
  });

  it('has one office: of two relays one publishes, and the other takes over', async () => {
    const [first] = [relay()];
    await eventually(() => first.status().office === 'active');
    const second = relay();
    await writeAll(['a'], 5);
    await published(5);
    expect(second.status()).toMatchObject({ office: 'candidate', publishedRows: 0 });
    await first.stop();
    await writeAll(['a'], 5, 6);
    expect(versionsByKey(await published(10))).toEqual({ a: counting(10) });
    expect(second.status().office).toBe('active');
  });

  it.each(['publishing', 'sent', 'published', 'settled'])(
    'killed when %s: its successor publishes each row once',
    async (station) => {
      await writeAll(['a', 'b'], 10);
      const dying = child({ DIE_AT: station });
      await new Promise<void>((resolve) => dying.once('exit', () => resolve()));
      await writeAll(['a', 'b'], 5, 11);
      relay();
      expect(versionsByKey(await published(30))).toEqual({ a: counting(15), b: counting(15) });
    },
  );

  it.each(['publishing', 'settled', 'sent', 'published'])(
    'killed when the second of full batches is %s, with one on either side: each row once',
    async (station) => {
      await writeAll(['a', 'b'], 15);
      const dying = child({ DIE_AT: station, NTH: '2', BATCH: '10' });
      await new Promise<void>((resolve) => dying.once('exit', () => resolve()));
      relay();
      expect(versionsByKey(await published(30))).toEqual({ a: counting(15), b: counting(15) });
    },
  );

  it.each(['publishing', 'sent', 'published'])(
    'stopped when %s and woken late: it is fenced and changes nothing',
    async (station) => {
      await writeAll(['a'], 10);
      const zombie = child({ STOP_AT: station });
      await hasStopped(zombie);
      const successor = relay();
      await eventually(() => successor.status().office === 'active', 30_000);
      await writeAll(['a'], 10, 11);
      await eventually(async () => expect(await outboxDepth(world.database.sql)).toMatchObject({ rows: 0 }));
      zombie.kill('SIGCONT'); // before its transaction times out: only the fence keeps it from committing
      await writeAll(['a'], 10, 21);
      await published(30);
      zombie.kill('SIGTERM');
      await new Promise<void>((resolve) => zombie.once('exit', () => resolve()));
      expect(versionsByKey(await world.log())).toEqual({ a: counting(30) });
    },
  );

  it('goes on after its database connection was cut, without a restart', async () => {
    const running = relay();
    await writeAll(['a'], 3);
    await published(3);
    await world.database.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'outbox relay' and datname = current_database()`,
    );
    await writeAll(['a'], 3, 4);
    expect(versionsByKey(await published(6))).toEqual({ a: counting(6) });
    expect(running.status().lastError).toBeUndefined();
  });

  it('publishes in batches what gathered while nobody was there', async () => {
    await transaction(world.database.pool, async (sql) => {
      await sql.query(
        `insert into outbox (event_id, topic, key, value, headers) select gen_random_uuid(), $1, 'k' || n % 50, decode(repeat('ab', 100), 'hex'), json_build_object('ce_version', (n / 50 + 1)::text) from generate_series(0, 9999) n`,
        [world.topic.name],
      );
    });
    relay();
    const versions = versionsByKey(await published(10_000));
    expect(Object.keys(versions)).toHaveLength(50);
    for (const list of Object.values(versions)) expect(list).toEqual(counting(200));
  });
});
