import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCodec } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const messages = (...ns: number[]) => ns.map((n) => ({ key: 'k', value: world.numbered('k', n) }));
const noAssignments = {
  assign: async () => [],
  protocol: () => ({ name: 'of-others', metadata: Buffer.alloc(0) }),
};
const arrived = (database: world.Database, ...ns: number[]) =>
  world.eventually(async () => expect(await world.effects(database.sql)).toEqual(ns));

describe('what is away', () => {
  it('is waited for: a handler that meets it is tried until it is back, and nothing is skipped', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let away = true;
    let tries = 0;
    const running = await world.run(database, topic, async (message, sql) => {
      if (world.nOf(message) === 2 && away) {
        tries++;
        throw Object.assign(new Error('shutting down'), { code: '57P01' });
      }
      await world.record(message, sql);
    });
    await world.send(topic, ...messages(1, 2, 3));
    await world.eventually(() => tries > 4);
    expect(world.status(running)).toMatchObject({ state: 'waiting', error: 'Error: shutting down' });
    away = false;
    await arrived(database, 1, 2, 3);
    expect(await world.parkedCodes(database.sql)).toEqual([]);
    await world.eventually(() => world.status(running).state === 'running');
  });

  it('is the database, whose connections die in the middle of a batch', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let killed = 0;
    const running = await world.run(database, topic, async (message, sql) => {
      await world.record(message, sql);
      if (world.nOf(message) === 2 && killed++ < 3) await sql.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await world.send(topic, ...messages(1, 2, 3));
    await arrived(database, 1, 2, 3);
    expect(killed).toBe(4);
    expect(await world.parkedCodes(database.sql)).toEqual([]);
    await world.atEnd(running);
  });

  it('is the database that a standby stands in for: a failure that cannot be written down does not count', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    await database.sql.query(`
      create function refuse() returns trigger language plpgsql as $$ begin
        raise exception 'cannot execute INSERT in a read-only transaction' using errcode = '25006';
      end $$;
      create trigger refuse before insert or update on messaging.attempt
        for each row when (new.history::text <> '[]') execute function refuse();`);
    let away = true;
    let tries = 0;
    const running = await world.run(database, topic, async (message, sql) => {
      tries++;
      if (away) throw new Error('the handler itself cannot know why');
      await world.record(message, sql);
    });
    await world.send(topic, ...messages(1));
    await world.eventually(async () => tries > 4 || (await world.parkedCodes(database.sql)).length > 0);
    expect(await world.parkedCodes(database.sql)).toEqual([]);
    expect(world.status(running)).toMatchObject({ state: 'waiting', error: expect.stringContaining('read-only') });
    away = false;
    await arrived(database, 1);
  });

  it('is the registry: what it would tell is not guessed, parked or skipped', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    await world.send(topic, ...messages(1, 2));
    const codec = createCodec({ registryUrl: 'http://127.0.0.1:9/nothing' });
    const running = await world.run(database, topic, world.record, { codec });
    await world.eventually(() => world.status(running).error?.includes('RegistryUnavailable'));
    codec.learn = world.codec.learn;
    codec.decode = world.codec.decode;
    await arrived(database, 1, 2);
    expect(await world.parkedCodes(database.sql)).toEqual([]);
  });

  it('is Kafka: the runner starts without it and says so', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const kafka = createKafka({ brokers: ['127.0.0.1:9'], clientId: 'nobody' });
    const running = await world.run(database, topic, world.record, { kafka });
    await world.eventually(() => world.status(running).state === 'waiting');
    expect(world.status(running)).toMatchObject({ caughtUpOnce: false, partitions: [] });
    await running.runner.stop();
    expect(running.problems).toEqual([]);
  });

  it('is the group, which others hold with another protocol: each try to join comes later than the one before', async () => {
    const [database, topic, service] = [await world.newDatabase(), await world.newTopic(), world.service()];
    const assigner = Object.assign(() => ({ ...noAssignments, name: 'of-others', version: 1 }), {});
    const others = world.kafka.consumer({ groupId: `${service}.under-test`, partitionAssigners: [assigner] });
    await others.connect();
    await others.subscribe({ topic: topic.name });
    const joined = new Promise((resolve) => others.on(others.events.GROUP_JOIN, resolve));
    await others.run({ eachMessage: async () => {} });
    await joined;
    const crashes: number[] = [];
    const warn = (_fields: object, text: string) =>
      void (text.startsWith('The consumer crashed') && crashes.push(Date.now()));
    const log = { debug() {}, info() {}, warn, error() {} };
    const running = await world.run(database, topic, world.record, { service, log });
    await world.eventually(() => crashes.length === 5);
    expect(crashes[4]! - crashes[3]!).toBeGreaterThan(500);
    expect(world.status(running).state).toBe('waiting');
    await others.disconnect();
    await world.send(topic, ...messages(1));
    await arrived(database, 1);
  });

  it('is Kafka after a restart: who had caught up before serves on', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const before = await world.run(database, topic);
    await world.send(topic, ...messages(1));
    await world.atEnd(before);
    await before.runner.stop();
    const kafka = createKafka({ brokers: ['127.0.0.1:9'], clientId: 'nobody' });
    const after = await world.run(database, topic, world.record, { kafka });
    await world.eventually(() => world.status(after).caughtUpOnce);
    expect(world.status(after).state).toBe('waiting');
    await after.runner.stop();
  });
});

describe('an SQL error', () => {
  it('that a handler swallows does not pass for a commit', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const running = await world.run(database, topic, async (message, sql) => {
      await world.record(message, sql);
      if (world.nOf(message) === 1) await sql.query('select 1 / 0').catch(() => {});
    });
    await world.send(topic, ...messages(1), { key: 'other', value: world.numbered('other', 2) });
    await arrived(database, 2);
    const [row] = await database.sql.query('select error from messaging.parked');
    expect(row).toEqual({ error: expect.stringMatching(/^RolledBack: /) });
    await world.atEnd(running);
  });

  it('that is a deadlock runs again at once, on the same connection', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let deadlocks = 2;
    const pids = new Set<number>();
    const handle: typeof world.record = async (message, sql) => {
      const [own] = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
      pids.add(own!.pid);
      if (deadlocks-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      return world.record(message, sql);
    };
    const running = await world.run(database, topic, handle, { connections: 1 });
    await world.send(topic, ...messages(1));
    await arrived(database, 1);
    expect(pids.size).toBe(1);
    expect(running.logged.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});

describe('a reader that stands still while everything answers', () => {
  it('is told, for the process to end', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const never = world.gate();
    const running = await world.run(database, topic, () => never.opened, { stuckAfterMs: 1_500 });
    await world.atEnd(running);
    await world.send(topic, ...messages(1));
    await world.eventually(() => running.problems.length > 0);
    expect(running.problems).toMatchObject([{ code: 'consumer-stuck' }]);
    never.open();
  });

  it('is not one that has nothing to read, or that waits for something', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let tries = 0;
    const waiting = await world.run(
      database,
      topic,
      async () => {
        tries++;
        throw Object.assign(new Error('away'), { code: '57P01' });
      },
      { stuckAfterMs: 500 },
    );
    const idle = await world.run(await world.newDatabase(), await world.newTopic(), world.record, {
      stuckAfterMs: 500,
    });
    await world.send(topic, ...messages(1));
    await world.eventually(() => tries > 6);
    expect([waiting.problems, idle.problems]).toEqual([[], []]);
  });
});

describe('tidying up', () => {
  it('comes again while the process runs, whatever it throws', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    let times = 0;
    const tidy = async () => {
      times++;
      throw new Error('no');
    };
    const running = await world.run(database, topic, world.record, { tidyEveryMs: 1, subscription: { tidy } });
    await world.eventually(() => times > 2);
    expect(running.logged.filter(({ message }) => message === 'Cannot tidy up')).toHaveLength(1);
    await world.atEnd(running);
  });
});
