import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, servers } from '@offset-zero/testing';
import { createGate, type Gate } from '@offset-zero/testing/gate';
import { BAD, type Echo, startEcho } from './echo.ts';

let gate: Gate;
let echo: Echo;

beforeAll(async () => {
  const { hostname, port } = new URL(servers().postgresUrl);
  gate = await createGate(Number(port), hostname);
  echo = await startEcho(({ url }) => {
    const through = new URL(url);
    through.port = String(gate.port);
    return { DATABASE_URL: through.href };
  });
});
afterAll(async () => {
  gate.open();
  await echo.stop();
  await gate.close();
});

const scrape = async () => (await fetch(`${echo.url}/metrics`)).text();

/** The first value of a number whose labels have these among them. */
async function valueOf(name: string, labels = ''): Promise<number | undefined> {
  const line = (await scrape()).split('\n').find((each) => each.startsWith(`${name}{`) && each.includes(labels));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe('the numbers of a service', () => {
  it('tell what was published and handled, and how long it took', async () => {
    await echo.say(1);
    await eventually(async () => {
      expect(await valueOf('consumer_handled_messages_total')).toBeGreaterThan(0);
      expect(await valueOf('consumer_lag_messages')).toBe(0);
    }, 30_000);
    expect(await valueOf('relay_published_rows_total')).toBe(1);
    expect(await valueOf('relay_batch_duration_seconds_count')).toBe(1);
    expect(await valueOf('consumer_batch_duration_seconds_count')).toBeGreaterThan(0);
    expect(await valueOf('relay_active')).toBe(1);
    expect(await valueOf('relay_terms_total')).toBe(1);
    expect(await valueOf('consumer_lag_seconds')).toBe(0);
    expect(await valueOf('consumer_state', 'state="running"')).toBe(1);
    expect(await valueOf('service_ready')).toBe(1);
  });

  it('tell what is parked, and for how long', async () => {
    await echo.say(BAD);
    await eventually(async () => expect(await valueOf('consumer_parked_messages')).toBe(1), 30_000);
    const age = (await valueOf('consumer_parked_oldest_seconds'))!;
    await eventually(async () => expect(await valueOf('consumer_parked_oldest_seconds')).toBeGreaterThan(age), 30_000);
    expect(await valueOf('service_degraded', 'code="parked"')).toBe(1);
    expect(await valueOf('consumer_waiting_messages')).toBe(0);
  });

  it('come also while the database hangs, without those it alone knows', async () => {
    gate.stall();
    try {
      const text = await eventually(async () => {
        const shown = await scrape();
        expect(shown).toMatch(/^service_ready\{.*\} 0$/m);
        return shown;
      }, 30_000);
      expect(text).toMatch(/^process_start_time_seconds\{/m);
      expect(text).toMatch(/^consumer_state\{/m);
      expect(text).not.toMatch(/^outbox_rows\{/m);
    } finally {
      gate.open();
    }
    await eventually(async () => {
      expect(await valueOf('service_ready')).toBe(1);
      expect(await valueOf('outbox_rows')).toBeDefined();
    }, 60_000);
  }, 150_000);
});
