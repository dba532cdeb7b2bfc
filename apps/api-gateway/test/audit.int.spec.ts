import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bearer, eventually } from '@offset-zero/testing';
import { calling, gateway, json, upstream } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'offset-zero-audit-'));
const file = join(folder, 'audit/audit.log');

let door: Awaited<ReturnType<typeof gateway>>;
let service: Awaited<ReturnType<typeof upstream>>;
let call: ReturnType<typeof calling>;

beforeAll(async () => {
  service = await upstream((request, response) => {
    if (request.url === '/orders/silent/cancellation') return;
    json(request.method === 'POST' ? 202 : 200, {})(request, response);
  });
  door = await gateway({ AUDIT_FILE: file, ORDER_SERVICE_URL: service.url, UPSTREAM_TIMEOUT_MS: '30000' });
  call = calling(door.url);
});

afterAll(async () => {
  await door.stop();
  await service.close();
  rmSync(folder, { recursive: true });
});

const lines = () =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { traceId: string });

const lineOf = (traceId: string) =>
  eventually(() => {
    const line = lines().find((each) => each.traceId === traceId);
    if (line === undefined) throw new Error(`no line of the trace ${traceId}`);
    return line;
  });

const traced = (digit: string) => ({ traceparent: `00-${digit.repeat(32)}-${'1'.repeat(16)}-01` });

it('has a line for a write: who, what, what came of it, in which trace', async () => {
  await call('/orders?x=personal', {
    method: 'POST',
    body: '{}',
    headers: { ...traced('a'), 'idempotency-key': 'k-1' },
  });
  const line = await lineOf('a'.repeat(32));
  expect(line).toMatchObject({
    ...{ log: 'audit', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), level: 30, from: '127.0.0.1' },
    ...{ who: { subject: 'test-operator', role: 'operator' }, what: 'POST /api/orders', outcome: 'done', status: 202 },
    idempotencyKey: 'k-1',
  });
  expect(JSON.stringify(line)).not.toContain('personal');
});

it.each([
  ['/orders', 'b'],
  ['/order-pages/x', '8'],
  ['/live', '9'],
])('has a line for whoever is not known, at %s', async (path, digit) => {
  await call(path, { headers: { ...traced(digit), authorization: 'Bearer a.b.c' } });
  expect(await lineOf(digit.repeat(32))).toMatchObject({
    ...{ who: { subject: null }, what: `GET /api${path}`, outcome: 'refused', status: 401, code: 'unauthenticated' },
  });
});

it('has a line for whoever may not', async () => {
  const headers = { ...traced('c'), ...((await bearer({ role: 'shopper', subject: 'anna' })) as object) };
  await call('/ops/order-service/parked', { headers });
  expect(await lineOf('c'.repeat(32))).toMatchObject({
    ...{ who: { subject: 'anna', role: 'shopper' }, outcome: 'refused', status: 403, code: 'forbidden' },
  });
});

it('has a line for a write whose caller did not wait for the answer', async () => {
  const leave = new AbortController();
  const init = { method: 'POST', body: '{}', headers: traced('d'), signal: leave.signal };
  const left = call('/orders/silent/cancellation', init).catch(() => 'left');
  await eventually(async () => /upstream_in_flight.* 1$/m.test(await (await fetch(`${door.url}/metrics`)).text()));
  leave.abort();
  expect(await left).toBe('left');
  expect(await lineOf('d'.repeat(32))).toMatchObject({ what: 'POST /api/orders/silent/cancellation', outcome: 'left' });
});

it('has none for what was only read', async () => {
  expect((await call('/orders', { headers: traced('e') })).status).toBe(200);
  await call('/orders', { method: 'POST', body: '{}', headers: traced('f') });
  await lineOf('f'.repeat(32));
  expect(lines().filter(({ traceId }) => traceId.startsWith('e'))).toEqual([]);
});

it('has a few lines of a stranger who comes again and again, and then how many more there were', async () => {
  const other = join(folder, 'strangers.log');
  const strangers = await gateway({ AUDIT_FILE: other, ORDER_SERVICE_URL: service.url });
  for (let i = 0; i < 15; i++) await (await fetch(`${strangers.url}/api/${'x'.repeat(5_000)}${i}`)).text();
  await strangers.stop();
  const written = readFileSync(other, 'utf8').trim().split('\n');
  expect(written).toHaveLength(11);
  for (const line of written) expect(line.length).toBeLessThan(1_000);
  expect(JSON.parse(written.at(-1)!)).toMatchObject({ who: { subject: null }, from: '127.0.0.1', leftOut: 5 });
});

it('that cannot be written ends nothing', async () => {
  const full = await gateway({ AUDIT_FILE: '/dev/full', ORDER_SERVICE_URL: service.url });
  for (let i = 0; i < 3; i++)
    expect((await calling(full.url)('/orders', { method: 'POST', body: '{}' })).status).toBe(202);
  expect((await fetch(`${full.url}/health/live`)).status).toBe(200);
  await full.stop();
});
