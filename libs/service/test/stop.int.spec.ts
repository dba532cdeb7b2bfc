import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import type { Pool } from 'pg';
import { CONSUMERS_STOP_MS, STOP_MS } from '../src/run/patience.ts';
import { keeperOf } from './keeper.ts';
import { owner, ownTopic, start } from './world.ts';

/** Does this in a transaction that stays open, until the returned function is called. */
async function holding(pool: Pool, statement: string): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(statement);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

const someoneWaits = (pool: Pool) =>
  eventually(async () => {
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    return (await pool.query(waiting)).rowCount! > 0;
  });

async function msOf(work: Promise<unknown>): Promise<number> {
  const began = Date.now();
  await work;
  return Date.now() - began;
}

describe('a stop', () => {
  it('does not wait for connections on which nothing was asked', async () => {
    const { manifest, Keeper } = keeperOf(await ownTopic());
    const keeper = await start(manifest, Keeper);
    const { port } = new URL(keeper.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    await (await fetch(`${keeper.url}/health/live`)).text(); // by now the server has taken the one before it
    const closed = once(socket, 'close');
    expect(await msOf(keeper.stop())).toBeLessThan(CONSUMERS_STOP_MS);
    await closed;
  }, 60_000);

  it('does not wait for a view that cannot be prepared', async () => {
    const { manifest, Keeper } = keeperOf(await ownTopic());
    let held: Promise<() => Promise<void>>;
    const keeper = await start(manifest, Keeper, ({ pool }) => {
      held = holding(pool, 'create schema views');
      return {};
    });
    await someoneWaits(keeper.database!.pool);
    const running = keeper.app.close();
    expect(await msOf(running)).toBeLessThan(CONSUMERS_STOP_MS);
    await (
      await held!
    )();
    await keeper.stop();
  }, 60_000);

  it('waits for what is being handled, but not for ever', async () => {
    const topic = await ownTopic();
    const customers = await owner(topic);
    const { manifest, Keeper } = keeperOf(topic);
    const keeper = await start(manifest, Keeper);
    const { pool } = keeper.database!;
    await eventually(async () => (await keeper.get('/health/ready')).status === 200);
    const release = await holding(pool, `lock table ${manifest.keeps[0]!.table} in access exclusive mode`);
    await customers.say('somebody', 1);
    await someoneWaits(pool);
    const ms = await msOf(keeper.app.close());
    await release();
    expect(ms).toBeGreaterThan(CONSUMERS_STOP_MS - 100);
    expect(ms).toBeLessThan(STOP_MS - 1_500);
    await keeper.stop();
    await customers.leave();
  }, 60_000);
});
