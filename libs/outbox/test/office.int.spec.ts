import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, type FreshDatabase, freshDatabase } from '@offset-zero/testing';
import { takeOffice } from '../src/office.process.ts';

const LOCK_TIMEOUT_MS = 500;

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('office');
});

afterAll(() => database.drop());

const { signal } = new AbortController();
const office = async () => {
  const taken = await takeOffice({ databaseUrl: database.url, lockTimeoutMs: LOCK_TIMEOUT_MS, signal, onTaken() {} });
  return taken!;
};
const clock = async () => {
  const [now] = await database.sql.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  return now!.ms;
};
/** Until the database's clock, which also ends silent sessions, is four time-outs further. */
const long = async () => {
  const end = (await clock()) + 4 * LOCK_TIMEOUT_MS;
  await eventually(async () => expect(await clock()).toBeGreaterThan(end));
};

it('is kept during work that takes longer than the time-out', async () => {
  const kept = await office();
  await kept.during(long());
  await expect(kept.sql.query('select 1 as alive')).resolves.toEqual([{ alive: 1 }]);
  await kept.leave();
});

it('is lost by who gives no sign of life, and another one takes it', async () => {
  const silent = await office();
  const next = await office();
  await expect(silent.sql.query('select 1')).rejects.toThrow();
  await Promise.all([silent.leave(), next.leave()]);
});

it('is not waited for any more when aborted', async () => {
  const holder = await office();
  const stop = new AbortController();
  const candidate = takeOffice({
    databaseUrl: database.url,
    lockTimeoutMs: LOCK_TIMEOUT_MS,
    signal: stop.signal,
    onTaken: () => stop.abort(),
  });
  expect(await holder.during(candidate)).toBeUndefined();
  await holder.leave();
});
