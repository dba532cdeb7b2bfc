import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { type OutboxRow, type Relay, type RelayOptions, startRelay } from '../src/index.ts';
import { createWorld, silent, type World } from './world.ts';

let world: World;
let relay: Relay | undefined;

beforeEach(async () => void (world = await createWorld()));
afterEach(async () => {
  await relay?.stop();
  await world.close();
});

function start(onBatch: RelayOptions['onBatch']): Relay {
  const { service, kafka, database } = world;
  return (relay = startRelay({ service, kafka, databaseUrl: database.url, log: silent, onBatch }));
}

it('shows the rows of each batch before they are sent: what is added to their headers is published', async () => {
  const ends: (Error | undefined)[] = [];
  const seen: string[] = [];
  await world.write('a', 1);
  await world.write('b', 1);
  start((rows) => {
    seen.push(...rows.map(({ key }) => key));
    for (const row of rows) row.headers.traceparent = `of ${row.key}`;
    return (error) => ends.push(error);
  });
  await eventually(() => seen.length === 2 && ends.length > 0);
  const log = await eventually(async () => {
    const records = await world.log();
    expect(records).toHaveLength(2);
    return records;
  });
  expect(log.map(({ headers }) => headers.traceparent).sort()).toEqual(['of a', 'of b']);
  expect(ends.every((error) => error === undefined)).toBe(true);
  expect(relay!.status()).toMatchObject({ publishedRows: 2, terms: 1 });
});

it('tells which error ended the batch, and shows its rows again in the next term', async () => {
  const batches: { rows: OutboxRow[]; error?: Error; ended: boolean }[] = [];
  const { database, topic } = world;
  await world.write('a', 1);
  await database.sql.query(`update outbox set topic = '${topic.name}-that-is-not-there'`);
  start((rows) => {
    const batch: (typeof batches)[number] = { rows, ended: false };
    batches.push(batch);
    return (error) => void Object.assign(batch, { error, ended: true });
  });
  await eventually(() => batches.some(({ error }) => error !== undefined));
  await database.sql.query(`update outbox set topic = $1`, [topic.name]);
  await eventually(async () => (await world.log()).length === 1, 60_000);
  expect(batches.at(-1)).toMatchObject({ ended: true, error: undefined });
  expect(relay!.status().terms).toBeGreaterThan(1);
});
