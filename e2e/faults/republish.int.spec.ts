import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCodec, type Customer, deploy, topics } from '@offset-zero/contracts';
import { readLog } from '@offset-zero/kafka';
import { asking, eventually } from '@offset-zero/testing';
import { registerAtLast, viewOf } from './customers.ts';
import * as faults from './world.ts';

let world: faults.World;

beforeAll(async () => {
  world = await faults.openWorld();
}, 240_000);
afterAll(() => world?.close(), 60_000);

const customers = () => asking(world.at('customer-service'), () => world.token('operator'));

/** `id version name` of each, in order. */
async function inTable(): Promise<string[]> {
  const rows = await world.rows<{ line: string }>(
    'customer-service',
    `select customer_id || ' ' || version || ' ' || first_name || ' ' || last_name as line from customer where not deleted`,
  );
  return rows.map(({ line }) => line).sort();
}

async function inLog(): Promise<string[]> {
  const codec = createCodec({ registryUrl: world.registryUrl });
  const log = await readLog(world.kafka, 'customer');
  await codec.learn(log.map(({ value }) => value));
  const last = new Map(log.map(({ key, value }) => [key!, value]));
  return [...last].flatMap(([key, bytes]) => {
    if (bytes === null) return [];
    const { version, firstName, lastName } = codec.decode(topics.customer as never, bytes).value as Customer;
    return `${key} ${version} ${firstName} ${lastName}`;
  });
}

/** What order-service has of them. */
async function inView(): Promise<string[]> {
  const rows = await world.rows<{ line: string }>(
    'order-service',
    `select "customerId" || ' ' || _version || ' ' || name as line from views.${await viewOf(world)}`,
  );
  return rows.map(({ line }) => line).sort();
}

async function republish(dryRun = false) {
  const ask = customers();
  expect((await ask('POST', '/ops/republish', { dryRun })).status).toBe(202);
  return eventually(async () => {
    const { body } = await ask('GET', '/ops/republish');
    return body.state !== 'running' && body;
  }, 120_000);
}

async function rename(id: string, lastName: string): Promise<number> {
  const ask = customers();
  const { body, headers } = await ask('GET', `/customers/${id}`);
  const answer = await ask('PUT', `/customers/${id}`, { ...body, lastName }, { 'If-Match': headers.get('etag')! });
  expect(answer.status).toBe(200);
  return answer.body.version;
}

const drained = () =>
  eventually(async () => (await world.rows('customer-service', 'select from outbox limit 1')).length === 0, 60_000);

describe('owner, log and views agree again', () => {
  const ids: string[] = [];

  it('after a backup was put back: versions go on above those of the log, and nothing is started again', async () => {
    for (let n = 0; n < 5; n++) ids.push(await registerAtLast(world));
    await drained();
    await world.rows('customer-service', 'create table backup as table customer');
    expect(await rename(ids[0]!, 'After the backup')).toBe(2);
    expect(await rename(ids[0]!, 'After the backup, again')).toBe(3);
    expect((await customers()('DELETE', `/customers/${ids[1]}`)).status).toBe(204);
    const unknown = await registerAtLast(world);
    await drained();
    await world.rows('customer-service', 'truncate customer; insert into customer select * from backup');

    const counts = { 'log-ahead': 1, 'deleted-in-log': 1, 'unknown-to-owner': 1 };
    expect(await republish(true)).toMatchObject({ state: 'done', topics: [{ differing: 3, counts }] });
    expect(await republish()).toMatchObject({ state: 'done', topics: [{ repaired: 3, counts, inMotion: 0 }] });

    const table = await inTable();
    expect(table.find((line) => line.startsWith(ids[0]!))).toContain(`${ids[0]} 4 Anna Störung`);
    expect(table.some((line) => line.startsWith(unknown))).toBe(false);
    expect((await inLog()).sort()).toEqual(table);
    await eventually(async () => expect(await inView()).toEqual(table), 60_000);
    expect(await rename(ids[0]!, 'Goes on')).toBe(5);
    expect(faults.restarts(world)).toEqual([0, 0]);
  }, 240_000);

  it('after the topic was lost: deploy makes it, the relay goes on, republish fills it, a reset rebuilds the view', async () => {
    await drained();
    const admin = world.kafka.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: ['customer'] });
    const { kafka, registryUrl } = world;
    const redeploy = () =>
      deploy({ kafka, registryUrl, topics: [topics.customer as never], relays: [], log: () => {} });
    await eventually(redeploy, 60_000);
    await admin.disconnect();

    expect(await republish()).toMatchObject({
      state: 'done',
      topics: [{ counts: { 'missing-in-log': 5 }, repaired: 5 }],
    });
    expect((await inLog()).sort()).toEqual(await inTable());
    const ops = asking(world.at('order-service'), () => world.token('operator'));
    const { body } = await ops('GET', '/ops/subscriptions');
    const { name } = body.items.find(({ topic }: { topic: string }) => topic === 'customer');
    const reset = await ops('POST', `/ops/subscriptions/${name}/reset`, { to: 'beginning' });
    expect(reset.status).toBe(200);
    await eventually(async () => expect(await inView()).toEqual(await inTable()), 120_000);
    await rename(ids[2]!, 'Heard of');
    await eventually(async () => expect(await inView()).toEqual(await inTable()), 60_000);
    expect(faults.restarts(world)).toEqual([0, 0]);
  }, 240_000);

  it('and then nothing differs', async () => {
    expect(await republish()).toMatchObject({ state: 'done', topics: [{ differing: 0, inMotion: 0 }] });
  }, 120_000);
});
