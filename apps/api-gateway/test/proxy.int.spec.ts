import { once } from 'node:events';
import {
  type IncomingMessage,
  request,
  type RequestListener,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, eventually } from '@offset-zero/testing';
import { calling, deadAddress, gateway, raw as rawly, shown, upstream } from './world.ts';

let door: Awaited<ReturnType<typeof gateway>>;
/** Another before the same services, which does not wait for them for long. */
let impatient: typeof door;
let customers: Awaited<ReturnType<typeof upstream>>;
/** What the service behind /api/customers does; each test says it. */
let serve: RequestListener;

const seen: IncomingMessage[] = [];

beforeAll(async () => {
  customers = await upstream((incoming, response) => {
    seen.push(incoming);
    serve(incoming, response);
  });
  const services = { CUSTOMER_SERVICE_URL: customers.url, STOCK_SERVICE_URL: await deadAddress() };
  door = await gateway({ ...services, UPSTREAM_TIMEOUT_MS: '30000' });
  impatient = await gateway({ ...services, UPSTREAM_TIMEOUT_MS: '400' });
});

afterEach(() => {
  seen.length = 0;
});

afterAll(async () => {
  await door.stop();
  await impatient.stop();
  await customers.close();
});

const echo: RequestListener = async (incoming, response) => {
  const { method, url, headers } = incoming;
  const body = await text(incoming).catch(() => undefined); // what is too large is broken off by the gateway
  if (body === undefined) return;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ method, url, headers, body }));
};

const api = (path: string, init?: Parameters<ReturnType<typeof calling>>[1]) => calling(door.url)(path, init);

const raw = async (options: RequestOptions) =>
  rawly(door.url, {
    ...options,
    headers: { ...(await shown(door.url)), ...options.headers } as Record<string, string>,
  });

const code = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('what is passed on', () => {
  it('is method, address, headers and body, as the client wrote them', async () => {
    serve = echo;
    const init = {
      method: 'PUT',
      body: '{"a": 1}',
      headers: { 'if-match': '"7"', 'content-type': 'application/json' },
    };
    const answer = await (await api("/customers/%C3%BC'%00?x=%2f..&y=a+b", init)).json();
    expect(answer).toMatchObject({
      method: 'PUT',
      url: "/customers/%C3%BC'%00?x=%2f..&y=a+b",
      headers: { 'if-match': '"7"', 'content-length': '8', host: new URL(customers.url).host },
      body: '{"a": 1}',
    });
  });

  it('is a body of any type, also one that is not JSON at all', async () => {
    serve = echo;
    const init = { method: 'POST', body: '{"a": ', headers: { 'content-type': 'application/json' } };
    expect(await (await api('/customers', init)).json()).toMatchObject({ body: '{"a": ' });
  });

  it.each([
    ['DELETE', '/customers/1'],
    ['POST', '/customers'],
  ])('is a %s without a body', async (method, path) => {
    serve = echo;
    expect(await (await api(path, { method })).json()).toMatchObject({ method, body: '' });
  });

  it('is the trace: the same one with a span of the gateway, or a new one', async () => {
    serve = echo;
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${trace}-b7ad6b7169203331-01`;
    const joined = (await (await api('/customers', { headers: { traceparent } })).json()) as IncomingMessage;
    expect(joined.headers.traceparent).toMatch(new RegExp(`^00-${trace}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`));
    const begun = (await (await api('/customers')).json()) as IncomingMessage;
    expect(begun.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('is a question only once per connection that stays open', async () => {
    serve = echo;
    for (let i = 0; i < 3; i++) await (await api('/customers')).text();
    expect(new Set(seen.map(({ socket }) => socket)).size).toBe(1);
  });
});

describe('what comes back', () => {
  it('is status, headers and body, with the place under /api', async () => {
    serve = (_incoming, response) =>
      response.writeHead(201, { location: '/customers/1', etag: '"1"', 'consistency-token': 't' }).end('{"made":1}');
    const answer = await api('/customers', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(201);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      location: '/api/customers/1',
      etag: '"1"',
      'consistency-token': 't',
    });
    expect(await answer.text()).toBe('{"made":1}');
  });

  it.each([
    [204, 'DELETE'],
    [304, 'GET'],
    [404, 'GET'],
    [503, 'GET'],
  ])('is a %d too, and it is not asked for again', async (status, method) => {
    serve = (_incoming, response) => response.writeHead(status).end();
    expect((await api('/customers/1', { method })).status).toBe(status);
    expect(seen).toHaveLength(1);
  });

  it('is the length of what a HEAD would have got', async () => {
    serve = (_incoming, response) => response.writeHead(200, { 'content-length': '1234' }).end();
    const answer = await raw({ method: 'HEAD', path: '/api/customers/1' });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-length': '1234' }, text: '' });
  });

  it('is compressed as the service compressed it', async () => {
    const packed = Buffer.from('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==', 'base64');
    serve = (_incoming, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    const answer = await raw({ path: '/api/customers', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});

describe('streams', () => {
  it('begins to answer before the service has finished', async () => {
    let response!: ServerResponse;
    serve = (_incoming, out) => (response = out).writeHead(200).write('first');
    const answer = await api('/customers');
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('first');
    response.end('second');
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('second');
    expect((await reader.read()).done).toBe(true);
  });

  it('passes a large answer on whole', async () => {
    const megabyte = Buffer.alloc(1_000_000, 'x');
    serve = async (_incoming, response) => {
      for (let i = 0; i < 50; i++) if (!response.write(megabyte)) await once(response, 'drain');
      response.end();
    };
    const before = process.memoryUsage().rss;
    let size = 0;
    for await (const chunk of (await api('/customers')).body!) size += chunk.length;
    expect(size).toBe(50_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  it('passes a body on while it is still being sent', async () => {
    let received = '';
    serve = (incoming, response) => {
      incoming.on('data', (chunk: Buffer) => (received += chunk)).on('end', () => response.end(received));
    };
    const { hostname, port } = new URL(door.url);
    const headers = await bearer({ role: 'operator' });
    const outgoing = request({ hostname, port, path: '/api/customers', method: 'POST', headers });
    const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    outgoing.write('first ');
    await eventually(() => received === 'first ');
    outgoing.end('second');
    expect(await text((await answer)[0])).toBe('first second');
  });

  it('breaks the answer off when the service does', async () => {
    serve = (_incoming, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('some');
      setImmediate(() => response.destroy());
    };
    const answer = await api('/customers');
    await expect(answer.text()).rejects.toThrow();
  });

  it('lets go of the service when the client has gone', async () => {
    let gone = false;
    serve = (_incoming, response) => response.on('close', () => (gone = true));
    const leave = new AbortController();
    const answer = api('/customers', { signal: leave.signal }).catch(() => 'left');
    await eventually(() => seen.length === 1);
    leave.abort();
    expect(await answer).toBe('left');
    await eventually(() => gone);
  });
});

describe('a service that is away', () => {
  it('is 503 with its name when nobody listens', async () => {
    const answer = await api('/stock/1');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'service-unavailable',
      service: 'stock-service',
      instance: '/api/stock/1',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('is 504 when it is silent', async () => {
    serve = () => {};
    const answer = await calling(impatient.url)('/customers/1');
    expect(answer.status).toBe(504);
    expect(await answer.json()).toMatchObject({ code: 'service-timeout', service: 'customer-service' });
  });

  it('may be silent for as long as the client wants to wait, too', async () => {
    serve = (_incoming, response) => setTimeout(() => response.end('late'), 700);
    const answer = await calling(impatient.url)('/customers/1', { headers: { prefer: 'wait=5' } });
    expect(await answer.text()).toBe('late');
  });

  it('is asked again, once, when it hangs up on a question', async () => {
    serve = (incoming, response) => (seen.length === 1 ? incoming.socket.destroy() : response.end('there'));
    expect(await (await api('/customers/1')).text()).toBe('there');
  });

  it('is never told twice to do something', async () => {
    serve = (incoming) => incoming.socket.destroy();
    const answer = await api('/customers', { method: 'POST', body: '{}' });
    expect([answer.status, await code(answer)]).toEqual([502, 'answer-lost']);
    expect(seen).toHaveLength(1);
  });
});

describe('what is not passed on', () => {
  it.each([
    '/api/customers/../metrics',
    '/api/customers/%2e%2e/metrics',
    '/api/customers%2f..%2fmetrics',
    '/api/customers/a%5c..%5cmetrics',
    '/api//customers',
    '/api/customers//1',
    '/api/customers\\1',
    '/%61pi/customers',
    '/%61pi/order-pages/1',
    '/%61pi/live',
    'http://shop.example/api/customers',
  ])('%s', async (path) => {
    serve = echo;
    const answer = await raw({ path });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'malformed-request' });
    expect(seen).toEqual([]);
  });

  it.each([
    '/api/docs',
    '/api/health/live',
    '/api/metrics',
    '/api/customersX',
    '/api',
    '/customers',
    '//api/customers',
  ])('%s, where nothing is', async (path) => {
    serve = echo;
    const answer = await raw({ path });
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([404, 'route-not-found']);
    expect(seen).toEqual([]);
  });

  it('a body that says it is too large', async () => {
    serve = echo;
    const answer = await api('/customers', { method: 'POST', body: 'x'.repeat(200_000) });
    expect([answer.status, await code(answer)]).toEqual([413, 'body-too-large']);
    expect(seen).toEqual([]);
  });

  it('a body that turns out to be too large', async () => {
    serve = echo;
    const body = ReadableStream.from(Array.from({ length: 10 }, () => Buffer.alloc(30_000)));
    const init = { method: 'POST', body, duplex: 'half' } as object;
    const answer = await api('/customers', init);
    expect([answer.status, await code(answer)]).toEqual([413, 'body-too-large']);
    expect(seen.filter(({ complete }) => complete)).toEqual([]);
  });

  it('a TRACE', async () => expect((await raw({ method: 'TRACE', path: '/api/customers' })).status).toBe(405));
});
