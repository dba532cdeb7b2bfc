import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity } from '@offset-zero/service';
import fastify, { type FastifyInstance } from 'fastify';
import { guardDoor } from './door.http.ts';
import { Quota } from './quota.ts';

const limit = { max: 1_000, windowMs: 60_000 };
const principal = { subject: 'otto', role: 'operator', expiresAt: 0 };
const routes = ['/health/live', '/metrics', '/api/*', '/api/live', '/apis', '/*'];

let app: FastifyInstance;
let reached: string[];

beforeEach(async () => {
  reached = [];
  app = fastify();
  app.decorateRequest('scope', undefined);
  app.addHook('onRequest', async (request) => void (request.scope = {} as typeof request.scope));
  const limits = { calls: new Quota({ ...limit, max: 20 }), failures: new Quota(limit) };
  guardDoor(app, { identify: async () => principal } as unknown as Identity, limits);
  for (const route of routes) app.get(route, async ({ url }) => reached.push(url));
});

const ask = async (url: string) => (await app.inject({ url })).statusCode;

describe('the door', () => {
  it.each(['/%61pi/customers', '/a%70i/live', '/%61%70%69/live?x=1'])('lets %s in nowhere', async (url) => {
    expect(await ask(url)).toBe(400);
    expect(reached).toEqual([]);
  });

  it.each(['/api/customers', '/api/live', '/apis', '/api', '/'])('lets %s in', async (url) => {
    expect(await ask(url)).toBe(200);
    expect(reached).toEqual([url]);
  });

  it.each(['/api/nothing', '/api/metrics'])('knows nothing at %s', async (url) => expect(await ask(url)).toBe(404));

  it('counts no calls of those who watch, and those of nobody who says so', async () => {
    const twenty = async (url: string) => {
      for (let i = 0; i < 20; i++) expect(await ask(url)).toBe(200);
      return ask(url);
    };
    expect(await twenty('/health/live')).toBe(200);
    expect(await twenty('/metrics?x')).toBe(200);
    expect(await twenty('/metrics-of-mine')).toBe(429);
  });

  it('counts malformed paths', async () => {
    for (let i = 0; i < 20; i++) expect(await ask('/api//customers')).toBe(400);
    expect(await ask('/api//customers')).toBe(429);
  });

  it('counts the addresses of one IPv6 network together', async () => {
    const from = async (remoteAddress: string) => (await app.inject({ url: '/apis', remoteAddress })).statusCode;
    for (let i = 0; i < 20; i++) expect(await from(`2001:db8:1:2::${i}`)).toBe(200);
    expect([await from('2001:db8:1:2:ffff::1'), await from('2001:db8:1:3::1')]).toEqual([429, 200]);
  });
});
