import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { bearer, eventually } from '@offset-zero/testing';
import { calling, gateway, json, upstream } from './world.ts';

type Upstream = Awaited<ReturnType<typeof upstream>>;

const begun: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of begun.splice(0).reverse()) await end();
});

/** An instance that says who it is; `behave` may do something else. */
async function instance(name: string, behave?: RequestListener): Promise<Upstream & { asked: () => number }> {
  let asked = 0;
  const server = await upstream((request, response) => {
    asked++;
    (behave ?? json(200, { name }))(request, response);
  });
  begun.push(server.close);
  return { ...server, asked: () => asked };
}

async function doorBefore(env: Record<string, string>) {
  const door = await gateway({ UPSTREAM_TIMEOUT_MS: '30000', CIRCUIT_OPEN_MS: '300', ...env });
  begun.push(door.stop);
  return { door, call: calling(door.url) };
}

const nameIn = async (answer: Response) => ((await answer.json()) as { name: string }).name;

async function metric(url: string, name: string, ...labels: string[]): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  const found = lines.filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)));
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

describe('several instances of a service', () => {
  it('share the calls', async () => {
    const [a, b, c] = [await instance('a'), await instance('b'), await instance('c')];
    const { call } = await doorBefore({ ORDER_SERVICE_URL: [a.url, b.url, c.url].join(',') });
    for (let i = 0; i < 30; i++) expect((await call('/orders')).status).toBe(200);
    expect([a, b, c].map(({ asked }) => asked())).toEqual([10, 10, 10]);
  });

  it('get less the more they have in hand', async () => {
    const held: (() => void)[] = [];
    const slow = await instance('slow', (_request, response) => held.push(() => response.end('{}')));
    const quick = await instance('quick');
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${slow.url},${quick.url}` });
    const waiting = [call('/orders'), call('/orders')];
    await eventually(() => slow.asked() === 1);
    for (let i = 0; i < 10; i++) await call('/orders');
    expect(slow.asked()).toBe(1);
    held.forEach((let_go) => let_go());
    await Promise.all(waiting);
  });

  it('lose no question and no unsent order when one of them dies', async () => {
    let dying = false;
    const a = await instance('a', (request, response) => {
      if (dying) return void request.socket.destroy();
      json(200, { name: 'a' })(request, response);
    });
    const b = await instance('b');
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${a.url},${b.url}` });
    for (let i = 0; i < 10; i++) await call('/orders');
    dying = true;
    const statuses = new Set<number>();
    const asking = async (i: number) => {
      if (i === 20) await a.close();
      statuses.add((await call('/orders')).status);
    };
    for (let i = 0; i < 40; i++) await asking(i);
    expect([...statuses]).toEqual([200]);
    // the port is closed now: nothing of an order can have got there
    for (let i = 0; i < 20; i++) expect((await call('/orders', { method: 'POST', body: '{"a":1}' })).status).toBe(200);
  });

  it('are told an order once only: what may have arrived is not sent to the other', async () => {
    const a = await instance('a', (request) => request.socket.destroy());
    const b = await instance('b', (request) => request.socket.destroy());
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${a.url},${b.url}` });
    const answer = await call('/orders', { method: 'POST' }); // without a body, which could not be read twice anyway
    expect([answer.status, (await answer.json()) as object]).toEqual([
      502,
      expect.objectContaining({ code: 'answer-lost' }),
    ]);
    expect(a.asked() + b.asked()).toBe(1);
  });

  it('send the body that was not read to the one that listens', async () => {
    const bodies: string[] = [];
    const b = await instance('b', async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      bodies.push(body);
      response.end('{}');
    });
    const gone = await instance('gone');
    await gone.close();
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${gone.url},${b.url}` });
    for (let i = 0; i < 4; i++)
      expect((await call('/orders', { method: 'POST', body: `order ${i}` })).status).toBe(200);
    expect(bodies).toEqual(['order 0', 'order 1', 'order 2', 'order 3']);
  });

  it('are passed over while they say 503, as long as another does not', async () => {
    const starting = await instance('starting', json(503, { code: 'service-starting' }));
    const b = await instance('b');
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${starting.url},${b.url}` });
    for (let i = 0; i < 20; i++) expect(await nameIn(await call('/orders'))).toBe('b');
    expect(starting.asked()).toBeLessThan(5);
  });

  it('pass 503 on when all say it, as they said it', async () => {
    const starting = json(503, { code: 'service-starting' });
    const [a, b] = [await instance('a', starting), await instance('b', starting)];
    const { call } = await doorBefore({ ORDER_SERVICE_URL: `${a.url},${b.url}` });
    const answer = await call('/orders');
    expect([answer.status, await answer.json()]).toEqual([503, { code: 'service-starting' }]);
  });
});

describe('the circuit to an instance', () => {
  it('opens after some failures, says no at once, tries again by one call, and closes', async () => {
    let well = false;
    const a = await instance('a', (request, response) => {
      if (well) json(200, { name: 'a' })(request, response);
      else request.socket.destroy();
    });
    const { door, call } = await doorBefore({
      ORDER_SERVICE_URL: a.url,
      CIRCUIT_FAILURES: '3',
      CIRCUIT_OPEN_MS: '3000',
    });
    const isState = (state: string) => metric(door.url, 'upstream_circuit', 'order-service', `state="${state}"`);
    expect(await isState('closed')).toBe(1);
    for (let i = 0; i < 3; i++) expect((await call('/orders', { method: 'POST' })).status).toBe(502);
    expect(await isState('open')).toBe(1);

    const asked = a.asked();
    const refused = await call('/orders');
    expect([refused.status, await refused.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'service-unavailable', service: 'order-service' }),
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(a.asked()).toBe(asked);

    await eventually(async () => (await isState('half-open')) === 1);
    expect((await call('/orders', { method: 'POST' })).status).toBe(502); // the one that tries
    expect(await isState('open')).toBe(1);

    well = true;
    await eventually(async () => (await call('/orders')).status === 200);
    expect(await isState('closed')).toBe(1);
    expect(await metric(door.url, 'upstream_calls_total', 'order-service', 'outcome="failed"')).toBe(4);
  });

  it('is tried by one call at a time', async () => {
    let well = false;
    const held: (() => void)[] = [];
    const a = await instance('a', (request, response) => {
      if (well) held.push(() => response.end('{}'));
      else request.socket.destroy();
    });
    const { door, call } = await doorBefore({ ORDER_SERVICE_URL: a.url, CIRCUIT_FAILURES: '2' });
    for (let i = 0; i < 2; i++) await call('/orders', { method: 'POST' });
    await eventually(async () => (await metric(door.url, 'upstream_circuit', 'order-service', '"half-open"')) === 1);
    well = true;
    const probe = call('/orders');
    await eventually(() => held.length === 1);
    expect((await call('/orders')).status).toBe(503);
    held[0]!();
    expect((await probe).status).toBe(200);
    const after = call('/orders');
    await eventually(() => held.length === 2);
    held[1]!();
    expect((await after).status).toBe(200);
  });

  it('does not open because clients leave, ask for what is not there, or are refused', async () => {
    const a = await instance('a', (request, response) => {
      if (request.url === '/orders/slow') return;
      json(request.url === '/orders' ? 500 : 404, {})(request, response);
    });
    const { door, call } = await doorBefore({ ORDER_SERVICE_URL: a.url, CIRCUIT_FAILURES: '2' });
    for (let i = 0; i < 5; i++) {
      const leave = new AbortController();
      const before = a.asked();
      const left = call('/orders/slow', { signal: leave.signal }).catch(() => 'left');
      await eventually(() => a.asked() > before);
      leave.abort();
      expect(await left).toBe('left');
      expect((await call('/orders')).status).toBe(500);
      expect((await call('/orders/x')).status).toBe(404);
      expect((await call('/orders', { method: 'POST', body: 'x'.repeat(200_000) })).status).toBe(413);
    }
    expect(await metric(door.url, 'upstream_circuit', 'order-service', '"closed"')).toBe(1);
  });
});

describe('two versions of a service', () => {
  const canaries = async (weight: string) => {
    const [stable, canary] = [await instance('stable'), await instance('canary')];
    const env = {
      ORDER_SERVICE_URL: stable.url,
      ORDER_SERVICE_CANARY_URL: canary.url,
      ORDER_SERVICE_CANARY_WEIGHT: weight,
    };
    return { ...(await doorBefore(env)), stable, canary };
  };

  it('are chosen by a header', async () => {
    const { call } = await canaries('0');
    expect(await nameIn(await call('/orders'))).toBe('stable');
    expect(await nameIn(await call('/orders', { headers: { 'X-Canary': '1' } }))).toBe('canary');
  });

  it('are chosen by weight, the same one for one client each time', async () => {
    const { door } = await canaries('30');
    const call = calling(door.url);
    const got = async (subject: string) => {
      const headers = (await bearer({ role: 'shopper', subject })) as Record<string, string>;
      return nameIn(await call('/orders', { headers }));
    };
    const subjects = Array.from({ length: 60 }, (_, i) => `shopper-${i}`);
    const first: string[] = [];
    for (const subject of subjects) first.push(await got(subject));
    const share = first.filter((name) => name === 'canary').length / subjects.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.6);
    for (const [i, subject] of subjects.entries()) expect(await got(subject)).toBe(first[i]);
  });

  it('do without the canary when it is away, but for those who asked for it', async () => {
    const { call, canary } = await canaries('100');
    expect(await nameIn(await call('/orders'))).toBe('canary');
    await canary.close();
    expect(await nameIn(await call('/orders'))).toBe('stable');
    expect((await call('/orders', { headers: { 'X-Canary': '1' } })).status).toBe(503);
    expect(await nameIn(await call('/orders', { headers: { 'X-Canary': '0' } }))).toBe('stable');
  });
});

it('an answer that has begun breaks off with its instance, and is not begun anew', async () => {
  const a = await instance('a', (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('some');
    setImmediate(() => response.destroy());
  });
  const b = await instance('b');
  const { call } = await doorBefore({ ORDER_SERVICE_URL: a.url, CUSTOMER_SERVICE_URL: b.url });
  await expect((await call('/orders')).text()).rejects.toThrow();
  expect(a.asked()).toBe(1);
});
