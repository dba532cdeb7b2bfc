import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, eventually } from '@offset-zero/testing';
import { calling, gateway, json, raw, upstream } from './world.ts';

let service: Awaited<ReturnType<typeof upstream>>;
let asked = 0;
const begun: (() => Promise<void>)[] = [];

beforeAll(async () => {
  service = await upstream((request, response) => {
    asked++;
    request.resume().on('end', () => json(200, {})(request, response));
  });
});

afterEach(async () => {
  for (const end of begun.splice(0)) await end();
  asked = 0;
});

afterAll(() => service.close());

async function doorWith(env: Record<string, string>) {
  const door = await gateway({ ORDER_SERVICE_URL: service.url, ...env });
  begun.push(door.stop);
  return { url: door.url, call: calling(door.url) };
}

const as = async (subject: string) => (await bearer({ role: 'shopper', subject })) as Record<string, string>;

describe('how often a client may come', () => {
  it('is counted per principal, told in headers, and has an end', async () => {
    const { call } = await doorWith({ RATE_LIMIT: '3', RATE_LIMIT_WINDOW_SECONDS: '5' });
    const anna = { headers: await as('anna') };
    const lefts: (string | null)[] = [];
    for (let i = 0; i < 3; i++) lefts.push((await call('/orders', anna)).headers.get('ratelimit-remaining'));
    expect(lefts).toEqual(['2', '1', '0']);

    const refused = await call('/orders', anna);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', traceId: expect.any(String) });
    expect(refused.headers.get('ratelimit-limit')).toBe('3');
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(5);
    expect(asked).toBe(3);

    expect((await call('/orders', { headers: await as('ben') })).status).toBe(200);
    await eventually(async () => (await call('/orders', anna)).status === 200);
  });

  it('is counted per address for those without a token', async () => {
    const { url } = await doorWith({ RATE_LIMIT: '2', RATE_LIMIT_WINDOW_SECONDS: '60' });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await fetch(`${url}/config.json`)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  it('is not counted for those who watch', async () => {
    const { url } = await doorWith({ RATE_LIMIT: '1', RATE_LIMIT_WINDOW_SECONDS: '60' });
    for (const path of ['/health/live', '/health/ready', '/metrics', '/health/live'])
      expect((await fetch(url + path)).status).toBe(200);
  });

  it('ends sooner for those who show tokens that are none, and not for their neighbours', async () => {
    const { call, url } = await doorWith({ AUTH_FAILURE_LIMIT: '2' });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) {
      const headers = { authorization: `Bearer a.b.${i}` };
      statuses.push((await fetch(`${url}/api/orders`, { headers })).status);
    }
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect((await call('/orders')).status).toBe(200);
  });
});

/** What a server says to bytes written by hand; resolves when it hangs up. */
async function written(url: string, ...parts: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  return text(socket);
}

describe('what is too large or too slow', () => {
  it('is 431 for headers', async () => {
    const { url } = await doorWith({ MAX_HEADER_BYTES: '2048' });
    const answer = await raw(url, { path: '/api/orders', headers: { 'x-long': 'x'.repeat(3_000) } });
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([431, 'headers-too-large']);
  });

  it('is 413 for a body', async () => {
    const { call } = await doorWith({});
    const answer = await call('/orders', { method: 'POST', body: 'x'.repeat(102_401) });
    expect([answer.status, asked]).toEqual([413, 0]);
    expect((await call('/orders', { method: 'POST', body: 'x'.repeat(102_400) })).status).toBe(200);
  });

  it('is 408 for headers that do not end', async () => {
    const { url } = await doorWith({ HEADERS_TIMEOUT_MS: '300', REQUEST_TIMEOUT_MS: '60000' });
    const said = await written(url, 'GET /api/orders HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request-timeout"/);
  });

  it('is 408 for a body that does not come, and the service is let go', async () => {
    const { url } = await doorWith({ HEADERS_TIMEOUT_MS: '200', REQUEST_TIMEOUT_MS: '400' });
    const { Authorization } = (await bearer({ role: 'operator' })) as { Authorization: string };
    const head = `POST /api/orders HTTP/1.1\r\nHost: x\r\nAuthorization: ${Authorization}\r\nContent-Length: 100\r\n\r\n`;
    expect(await written(url, head, 'begun')).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request-timeout"/);
  });

  it('is nothing more for a body that does not come when the answer has been given without it', async () => {
    const { url } = await doorWith({ REQUEST_TIMEOUT_MS: '2000' });
    const said = await written(url, 'POST /index.html HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n', 'begun');
    expect(said.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 405']);
  });

  it('is 408 for a body that stops in the middle, and is not held against the service', async () => {
    const { url, call } = await doorWith({ UPSTREAM_TIMEOUT_MS: '1000', CIRCUIT_FAILURES: '1' });
    const { Authorization } = (await bearer({ role: 'operator' })) as { Authorization: string };
    const head = `POST /api/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: ${Authorization}\r\nContent-Length: 9\r\n\r\n`;
    expect(await written(url, head, 'begun')).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request-timeout"/);
    expect((await call('/orders')).status).toBe(200);
  });
});
