import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PartitionEnds, readLog, topicEnds } from '@offset-zero/kafka';
import { type Child, kill, startChild } from './processes.ts';
import * as world from './world.ts';

const children: Child[] = [];
const start = (settings: object): Child => {
  const child = startChild(settings);
  children.push(child);
  return child;
};

beforeAll(world.open);
afterAll(async () => {
  await Promise.all(children.map((child) => kill(child, 'SIGKILL')));
  await world.close();
});

describe('a process that is killed', () => {
  it('three times by the same message parks it, and handles the others once', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const all = Array.from({ length: 100 }, (_, n) => n);
    await world.send(topic, ...all.map((n) => ({ key: `k${n % 10}`, value: world.numbered(`k${n % 10}`, n) })));
    const settings = {
      service: world.service(),
      databaseUrl: database.url,
      topic: topic.name,
      partitions: 1,
      deadly: 42,
    };
    for (const death of [1, 2, 3]) {
      const child = start(settings);
      expect([death, await child.ended]).toEqual([death, [null, 'SIGKILL']]);
    }
    const survivor = start(settings);
    const expected = all.filter((n) => n < 42 || n % 10 !== 2);
    await world.eventually(async () => {
      if (survivor.process.exitCode !== null || survivor.process.signalCode) throw new Error(survivor.said());
      return (await world.effects(database.sql)).length >= expected.length;
    });
    expect(await world.effects(database.sql)).toEqual(expected);
    expect((await world.parkedCodes(database.sql)).map(({ offset, code }) => [offset, code])).toEqual([
      [42, 'killed-the-process'],
      ...[52, 62, 72, 82, 92].map((offset) => [offset, 'waits-behind']),
    ]);
  }, 120_000);

  it('under load, with its partitions moving to and fro, leaves every effect exactly once', async () => {
    const partitions = 4;
    const [database, topic] = [await world.newDatabase(), await world.newTopic({ partitions })];
    const settings = { service: world.service(), databaseUrl: database.url, topic: topic.name, partitions };
    let producing = true;
    const load = produce(topic.name, () => producing);

    let [one, two] = [start(settings), start(settings)];
    await Promise.all([one.ready, two.ready]);
    for (const victim of ['one', 'two', 'both'] as const) {
      const before = (await world.effects(database.sql)).length;
      await world.eventually(async () => (await world.effects(database.sql)).length > before + 50);
      if (victim !== 'two') await kill(one, 'SIGKILL');
      if (victim !== 'one') await kill(two, 'SIGKILL');
      if (victim !== 'two') one = start(settings);
      if (victim !== 'one') two = start(settings);
      await Promise.all([one.ready, two.ready]);
    }
    producing = false;
    await load;

    await world.eventually(async () => {
      // Asked anew each time: a commit is answered before its markers are written, and until then it is not part of the log.
      const ends = await topicEnds(world.admin, topic.name);
      const positions = await database.sql.query<{ partition: number; next: number }>(
        'select partition, next_offset as next from messaging.position order by partition',
      );
      expect(positions).toEqual(ends.map(({ partition, high }: PartitionEnds) => ({ partition, next: high })));
    });
    const log = await readLog(world.kafka, topic.name);
    const effects = await database.sql.query('select partition, "offset" from effect order by partition, "offset"');
    expect(effects).toEqual(log.map(({ partition, offset }) => ({ partition, offset })));
    expect(effects.length).toBeGreaterThan(150);
    await Promise.all([kill(one, 'SIGTERM'), kill(two, 'SIGTERM')]);
    expect(one.process.exitCode).toBe(0);
  }, 180_000);
});

/** Transactions of one to ten messages, every sixth one aborted. */
async function produce(topic: string, mayGoOn: () => boolean): Promise<void> {
  const producer = world.kafka.producer({ transactionalId: randomUUID(), idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  let n = 0;
  for (let round = 0; mayGoOn(); round++) {
    const transaction = await producer.transaction();
    const messages = Array.from({ length: 1 + (round % 10) }, () => {
      const key = `k${n % 37}`;
      return { key, value: world.numbered(key, n++) };
    });
    await transaction.send({ topic, messages });
    await (round % 6 === 5 ? transaction.abort() : transaction.commit());
  }
  await producer.disconnect();
}
