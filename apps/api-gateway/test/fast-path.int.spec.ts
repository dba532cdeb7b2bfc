import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { FastPath } from '../src/proxy/fast-path.http.ts';
import { calling, gateway, json, showOneToken, upstream } from './world.ts';

const takes = jest.spyOn(FastPath.prototype, 'takes');
const taken = () => takes.mock.results.filter(({ value }) => value === true).length;

// All that is true of the proxy is true of the fast path, which what shows a known token goes
showOneToken();
await import('./proxy.int.spec.ts');
await import('./instances.int.spec.ts');

afterAll(() => expect(taken()).toBeGreaterThan(100));

/** The keys that a door fetches when it starts make it forget whom it knows. */
const known = (base: string) =>
  eventually(async () => {
    const before = taken();
    await calling(base)('/customers', { redirect: 'manual' });
    return taken() > before;
  });

const begun: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of begun.splice(0).reverse()) await end();
});

describe('by both paths', () => {
  it.each<[string, number, Record<string, string | string[]>, string]>([
    ['an answer', 200, { 'content-type': 'application/json', etag: '"3"', 'content-length': '7' }, '{"a":1}'],
    ['bytes', 200, { 'content-type': 'application/octet-stream', 'content-length': '3' }, '\u00ff\u0000\u0080'],
    ['pieces', 200, { 'transfer-encoding': 'chunked' }, 'abc'],
    ['nothing', 304, { etag: '"3"' }, ''],
    ['a place', 303, { location: '/customers/1' }, ''],
    ['a problem', 404, { 'content-type': 'application/problem+json' }, '{"code":"not-found"}'],
    ['what may be kept', 200, { 'cache-control': 'max-age=5', 'x-content-type-options': 'sniff', vary: 'Accept' }, 'x'],
    ['several of a kind', 200, { 'set-cookie': ['a=1', 'b=2'], connection: 'x-hop', 'x-hop': '1' }, 'x'],
  ])('%s has the same head and the same body', async (_what, status, headers, body) => {
    const service = await upstream((_request, response) => {
      response.writeHead(status, headers).end(Buffer.from(body, 'latin1'));
    });
    begun.push(service.close);
    for (const env of [{}, { CORS_ORIGINS: 'http://shop.example' }]) {
      const door = await gateway({ CUSTOMER_SERVICE_URL: service.url, ...env } as Record<string, string>);
      begun.push(door.stop);
      const answerTo = async (wish: Record<string, string>) => {
        const answer = await calling(door.url)('/customers', { redirect: 'manual', headers: wish });
        const kept = [...answer.headers].filter(([name]) => !['date', 'ratelimit-remaining'].includes(name));
        return { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()).toString('hex') };
      };
      await known(door.url);
      const before = taken();
      const fast = await answerTo({});
      expect(taken()).toBe(before + 1);
      const full = await answerTo({ 'x-canary': '0' });
      expect(taken()).toBe(before + 1);
      expect(fast).toEqual(full);
      expect(fast).toMatchObject({ status, body: Buffer.from(body, 'latin1').toString('hex') });
    }
  });

  it('what the service is asked is the same', async () => {
    const heads: unknown[] = [];
    const service = await upstream(({ url, headers }, response) => {
      heads.push({ url, ...headers, traceparent: headers.traceparent?.length });
      response.end('{}');
    });
    begun.push(service.close);
    const door = await gateway({ CUSTOMER_SERVICE_URL: service.url });
    begun.push(door.stop);
    await known(door.url);
    heads.length = 0;
    const headers = { accept: 'text/x', 'if-none-match': '"1"', cookie: 'a=1', 'x-forwarded-for': '1.2.3.4' };
    await calling(door.url)('/customers/a%20b?c=d', { headers });
    await calling(door.url)('/customers/a%20b?c=d', { headers: { ...headers, 'x-canary': '0' } });
    expect(heads).toHaveLength(2);
    expect(heads[0]).toEqual(heads[1]);
  });

  it('a call is measured, counted, and audited where the service denied it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'offset-zero-audit-'));
    begun.push(async () => rmSync(folder, { recursive: true }));
    const service = await upstream(json(403, {}));
    begun.push(service.close);
    const file = join(folder, 'audit.log');
    const door = await gateway({ CUSTOMER_SERVICE_URL: service.url, AUDIT_FILE: file });
    begun.push(door.stop);
    await known(door.url);

    const lines = () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"status":403'))
        .map((line) => ({ ...(JSON.parse(line) as object), time: 0, traceId: '' }));
    const counts = async () => {
      const metrics = await (await fetch(`${door.url}/metrics`)).text();
      const of = (line: RegExp) => Number(line.exec(metrics)?.[1]);
      return [
        of(/http_request_duration_seconds_count\{.*route="\/api\/\*",status="403".*\} (\d+)/),
        of(/upstream_calls_total\{.*customer-service.*outcome="answered".*\} (\d+)/),
        lines().length,
      ];
    };
    const left = async (headers: Record<string, string>) =>
      Number((await calling(door.url)('/customers?name=x', { headers })).headers.get('ratelimit-remaining'));
    const settled = (by: number[]) => eventually(async () => expect(await counts()).toEqual(by));

    const before = await counts();
    const lefts = [await left({})];
    await settled(before.map((count) => count + 1));
    lefts.push(await left({ 'x-canary': '0' }));
    await settled(before.map((count) => count + 2));
    expect(lefts[0]! - lefts[1]!).toBe(1);
    expect(lines().at(-1)).toEqual(lines().at(-2));
  });
});

describe('reads that fail on the fast path', () => {
  const many = <T>(count: number, one: () => Promise<T>) => Promise.all(Array.from({ length: count }, one));

  it('say what the instance did, also those that come home after its circuit has opened', async () => {
    let isSilent = false;
    const service = await upstream((_request, response) => isSilent || response.end('{}'));
    begun.push(service.close);
    const door = await gateway({
      CUSTOMER_SERVICE_URL: service.url,
      UPSTREAM_TIMEOUT_MS: '1000',
      CIRCUIT_FAILURES: '3',
    });
    begun.push(door.stop);
    await known(door.url);
    isSilent = true;
    const answers = await many(12, () => calling(door.url)('/customers'));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(504));

    const metrics = await (await fetch(`${door.url}/metrics`)).text();
    const took = (le: string) =>
      Number(
        new RegExp(`http_request_duration_seconds_bucket\\{le="${le}",.*status="504".*\\} (\\d+)`).exec(metrics)?.[1],
      );
    expect([took('0.25'), took('10')]).toEqual([0, 12]); // the time before it was handed over is told
  });

  it('are asked elsewhere, all of them, when an instance dies with them', async () => {
    const held: [ServerResponse[], ServerResponse[]] = [[], []];
    let isHolding = false;
    const holding = (list: ServerResponse[]) =>
      upstream((_request, response) => (isHolding ? list.push(response) : response.end('{}')));
    const [dying, other] = [await holding(held[0]), await holding(held[1])];
    begun.push(dying.close, other.close);
    const door = await gateway({ CUSTOMER_SERVICE_URL: `${dying.url},${other.url}`, CIRCUIT_FAILURES: '3' });
    begun.push(door.stop);
    await known(door.url);
    isHolding = true;
    const answers = many(40, () => calling(door.url)('/customers'));
    await eventually(() => held.flat().length === 40);
    isHolding = false;
    expect(held[0].length).toBeGreaterThan(10);
    for (const response of held[0]) response.destroy();
    for (const response of held[1]) response.end('{}');
    expect((await answers).map(({ status }) => status)).toEqual(Array(40).fill(200));
  });

  it('leave it to the full path to try an instance that may be back', async () => {
    let isBroken = true;
    let asked = 0;
    const back = await upstream((_request, response) => {
      asked++;
      if (isBroken) response.destroy();
      else response.end('{}');
    });
    const other = await upstream(json(200, {}));
    begun.push(back.close, other.close);
    const door = await gateway({
      CUSTOMER_SERVICE_URL: `${back.url},${other.url}`,
      ...{ CIRCUIT_FAILURES: '2', CIRCUIT_OPEN_MS: '100' },
    });
    begun.push(door.stop);
    await known(door.url);
    const read = async () => expect((await calling(door.url)('/customers')).status).toBe(200);
    const isOpen = async () =>
      /upstream_circuit\{.*address="[^"]*",state="open".*\} 1/.test(await (await fetch(`${door.url}/metrics`)).text());
    await eventually(async () => (await read(), await isOpen()));
    isBroken = false;
    const before = asked;
    await eventually(async () => (await read(), asked > before + 1)); // one tries it, and then it is one of two again
  });
});
