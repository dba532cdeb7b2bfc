import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuer } from '@offset-zero/testing';
import { calling, gateway, json, raw, upstream } from './world.ts';

const HTML = { accept: 'text/html,*/*;q=0.8' };
const FRIEND = 'https://friend.example';

let door: Awaited<ReturnType<typeof gateway>>;
let service: Awaited<ReturnType<typeof upstream>>;
const root = mkdtempSync(join(tmpdir(), 'offset-zero-web-'));

beforeAll(async () => {
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<title>the shop</title>');
  writeFileSync(join(root, 'assets/index-abc123.js'), 'console.log(1)');
  writeFileSync(join(root, 'assets/index-abc123.js.gz'), gzipSync('console.log(1)'));
  writeFileSync(join(root, '.secret'), 'hidden');
  writeFileSync(`${root}-beside`, 'hidden');
  service = await upstream(json(200, {}));
  door = await gateway({ WEB_ROOT: root, CORS_ORIGINS: FRIEND, ORDER_SERVICE_URL: service.url });
});

afterAll(async () => {
  await door.stop();
  await service.close();
  rmSync(root, { recursive: true });
  rmSync(`${root}-beside`);
});

const get = (path: string, headers: Record<string, string> = {}) => raw(door.url, { path, headers });

describe('the web app', () => {
  it.each(['/', '/orders', '/products/a.b', '/hub/topics/order?x=1'])('is at %s', async (path) => {
    const page = await get(path, HTML);
    expect([page.status, page.text]).toEqual([200, '<title>the shop</title>']);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': expect.stringMatching(/^text\/html/),
    });
  });

  it('is asked for again only when it has changed', async () => {
    const { headers } = await get('/', HTML);
    expect((await get('/', { ...HTML, 'if-none-match': headers.etag! })).status).toBe(304);
  });

  it('has files that never change under one name, packed where a packed one lies beside it', async () => {
    const plain = await get('/assets/index-abc123.js');
    expect([plain.text, plain.headers['cache-control']]).toEqual([
      'console.log(1)',
      'public, max-age=31536000, immutable',
    ]);
    const packed = await fetch(`${door.url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe('console.log(1)');
  });

  it.each([
    '/assets/gone-123.js',
    '/.secret',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/offset-zero',
    '/assets/..%2f.secret',
    '//orders',
    '/api',
    '/nothing',
  ])('has nothing at %s', async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/hidden|root:/);
  });

  it('gets to know where to sign in', async () => {
    const answer = await get('/config.json');
    expect(JSON.parse(answer.text)).toEqual({
      ...{ issuer: (await issuer()).url, clientId: 'shop-web', audience: 'offset-zero', rolesClaim: 'roles' },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('says so when it has not been built', async () => {
    const empty = await gateway({ WEB_ROOT: join(root, 'nowhere') });
    const page = await raw(empty.url, { path: '/', headers: HTML });
    expect(page.status).toBe(503);
    expect(page.text).toContain('has not been built');
    await empty.stop();
  });
});

describe('headers that guard a browser', () => {
  const guarded = {
    'content-security-policy': expect.stringContaining("script-src 'self';"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };

  it.each(['/', '/assets/index-abc123.js', '/apis', '/docs', '/docs/swagger-ui-bundle.js', '/problems', '/nothing'])(
    'are at %s',
    async (path) => expect((await get(path, path === '/' ? HTML : {})).headers).toMatchObject(guarded),
  );

  it('let what the API answers be shown as nothing, whoever answers', async () => {
    const asData = {
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    const [served, refused] = [await calling(door.url)('/orders'), await get('/api/orders')];
    expect([served.status, refused.status]).toEqual([200, 401]);
    expect(Object.fromEntries(served.headers)).toMatchObject(asData);
    expect(refused.headers).toMatchObject(asData);
  });

  it.each(['/docs', '/apis', '/problems/forbidden'])('let %s work: it has no script within', async (path) =>
    expect((await get(path)).text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=/),
  );
});

describe('pages of another origin', () => {
  const preflight = (origin: string, path = '/api/orders') =>
    raw(door.url, {
      ...{ method: 'OPTIONS', path },
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  it('may call when they are named, and are told so without a token', async () => {
    for (const path of ['/api/orders', '/api/order-pages/1']) {
      const { status, headers } = await preflight(FRIEND, path);
      expect([status, headers['access-control-allow-origin']]).toEqual([204, FRIEND]);
      expect(headers['access-control-allow-headers']).toMatch(/Authorization/);
    }
    const answer = await calling(door.url)('/orders', { headers: { origin: FRIEND } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/Consistency-Token/);
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it.each(['https://foe.example', 'https://friend.example.foe.example', 'null'])('may not as %s', async (origin) => {
    expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    const answer = await calling(door.url)('/orders', { headers: { origin } });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('may not at all where nobody is named', async () => {
    const closed = await gateway({});
    const headers = { origin: FRIEND, 'access-control-request-method': 'POST' };
    const answer = await raw(closed.url, { method: 'OPTIONS', path: '/api/orders', headers });
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([401, undefined]);
    await closed.stop();
  });
});
