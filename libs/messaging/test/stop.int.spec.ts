import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Subscription } from '../src/index.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

const messages = (...ns: number[]) => ns.map((n) => ({ key: 'k', value: world.numbered('k', n) }));

describe('stop', () => {
  it('finishes the transaction in hand and begins no other; the next process goes on from there', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const [entered, leave] = [world.gate(), world.gate()];
    await world.send(topic, ...messages(0, 1, 2, 3));
    const oneByOne = `insert into messaging.attempt values ('under-test', $1, 0, 0, 3, 2, '[]')`;
    await database.sql.query(oneByOne, [topic.name]);
    const service = world.service();
    const handle: typeof world.record = async (message, sql) => {
      entered.open();
      await leave.opened;
      return world.record(message, sql);
    };
    const running = await world.run(database, topic, handle, { service });
    await entered.opened;
    let isStopped = false;
    const stopping = running.runner.stop().then(() => (isStopped = true));
    await world.eventually(async () => {
      const [handling] = await database.sql.query(
        `select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`,
      );
      return handling !== undefined;
    });
    expect(isStopped).toBe(false);
    leave.open();
    await stopping;
    expect(await world.effects(database.sql)).toEqual([0]);
    const [row] = await database.sql.query('select next_offset as next from messaging.position');
    expect(row).toEqual({ next: 1 });

    await world.atEnd(await world.run(database, topic, world.record, { service }));
    expect(await world.effects(database.sql)).toEqual([0, 1, 2, 3]);
  });

  it('does not wait for ever for a handler that does not end', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const [entered, never] = [world.gate(), world.gate()];
    const handle = async () => {
      entered.open();
      await never.opened;
    };
    const running = await world.run(database, topic, handle, { finishMs: 100 });
    await world.send(topic, ...messages(1));
    await entered.opened;
    await running.runner.stop();
    expect(running.logged.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining('100 ms') });
    never.open();
  });

  it('ends a start that is still preparing', async () => {
    const [database, topic] = [await world.newDatabase(), await world.newTopic()];
    const over = new AbortController();
    const prepare: Subscription['prepare'] = async (sql) => void (await sql.query('select pg_sleep(60)'));
    const start = world.run(database, topic, world.record, { signal: over.signal, subscription: { prepare } });
    await world.eventually(async () => {
      const [preparing] = await database.sql.query(
        `select 1 from pg_stat_activity where query = 'select pg_sleep(60)' and datname = current_database()`,
      );
      return preparing !== undefined;
    });
    over.abort(new Error('stop'));
    await expect(start).rejects.toThrow('stop');
  }, 20_000);
});
