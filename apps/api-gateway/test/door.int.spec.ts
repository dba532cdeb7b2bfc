import type { IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, issuer, startIssuer, type TokenWish } from '@offset-zero/testing';
import { permissions } from '../src/permissions/table.ts';
import { services } from '../src/upstreams/table.ts';
import { deadAddress, gateway, raw, upstream } from './world.ts';

let door: Awaited<ReturnType<typeof gateway>>;
let service: Awaited<ReturnType<typeof upstream>>;
const seen: IncomingMessage[] = [];

beforeAll(async () => {
  service = await upstream((incoming, response) => {
    seen.push(incoming);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const addresses = Object.fromEntries(services.map(({ env }) => [`${env}_URL`, service.url]));
  door = await gateway({ ...addresses, AUTH_FAILURE_LIMIT: '100000' });
});

afterEach(() => {
  seen.length = 0;
});

afterAll(async () => {
  await door.stop();
  await service.close();
});

const call = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await raw(door.url, { method, path: `/api${path}`, headers });
  const problem = /problem/.test(answer.headers['content-type'] ?? '') && answer.text ? JSON.parse(answer.text) : {};
  return { ...answer, code: (problem as { code?: string }).code };
};

/** Calls twice with one token: when the door knows whose it is, a read goes another path, and that must make no difference. */
const as = async (method: string, path: string, wish: TokenWish) => {
  const headers = await bearer(wish);
  const answer = await call(method, path, headers);
  const again = await call(method, path, headers);
  expect([again.status, again.code, again.text.length]).toEqual([answer.status, answer.code, answer.text.length]);
  return answer;
};

/** Every row of the table with ids put in. */
const rows = permissions.map(([method, pattern, role]) => ({
  ...{ method, role, isPassedOn: !/^\/(live|order-pages)/.test(pattern) },
  path: pattern.replace('{service}', 'order-service').replaceAll(/\{\w+\}/g, 'x-1'),
}));

const lower = { shopper: undefined, clerk: 'shopper', operator: 'clerk' } as const;
const higher = { shopper: 'clerk', clerk: 'operator', operator: 'operator' } as const;

describe.each(rows)('$method $path', ({ method, path, role, isPassedOn }) => {
  it('takes no caller without a token', async () => {
    const { status, code, headers } = await call(method, path);
    expect({ status, code, challenge: headers['www-authenticate'] }).toEqual({
      ...{ status: 401, code: 'unauthenticated', challenge: 'Bearer realm="offset-zero"' },
    });
  });

  it('takes no forged, expired or foreign token', async () => {
    const stranger = await startIssuer();
    const token = await (await issuer()).tokenFor({ role: 'operator' });
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const tokens = [
      await stranger.tokenFor({ role: 'operator', claims: { iss: (await issuer()).url } }),
      `${head}.${claims}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `${none}.${claims}.`,
      await (await issuer()).tokenFor({ expiresIn: -60 }),
      await (await issuer()).tokenFor({ claims: { aud: 'another-shop' } }),
    ];
    await stranger.close();
    for (const each of tokens) {
      const { status, headers } = await call(method, path, { authorization: `Bearer ${each}` });
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toContain('error="invalid_token"');
    }
  });

  it('takes nobody with a smaller role', async () => {
    const smaller = lower[role];
    const answers = smaller ? [await as(method, path, { role: smaller })] : [];
    answers.push(await as(method, path, { claims: { roles: ['guest'] } }));
    for (const { status, code } of answers) expect([status, code]).toEqual([403, 'forbidden']);
  });

  if (!isPassedOn) return; // answered here: its own tests say how

  it(`takes a ${role}, and whoever may do more`, async () => {
    for (const enough of [role, higher[role]]) expect((await as(method, path, { role: enough })).status).toBe(200);
    expect(seen.map(({ headers }) => headers.authorization?.split('.').length)).toEqual([3, 3, 3, 3]);
  });
});

describe('what no row allows', () => {
  it.each([
    ['DELETE', '/orders/x-1', 405],
    ['PATCH', '/customers/x-1', 405],
    ['OPTIONS', '/customers', 405],
    ['GET', '/nothing', 404],
    ['GET', '/metrics', 404],
    ['GET', '/health/ready', 404],
    ['GET', '/manifest', 404],
    ['GET', '/docs-json', 404],
    ['GET', '/Customers', 404],
    ['GET', '/%63ustomers', 404],
    ['GET', '/customers;role=operator', 404],
    ['GET', '/customers/x/y', 404],
    ['GET', '/ops', 404],
    ['GET', '/ops/order-service', 404],
    ['GET', '/ops/nobody/parked', 404],
    ['GET', '/ops/Order-Service/parked', 404],
    ['DELETE', '/ops/order-service/parked', 405],
  ])('%s %s reaches nobody, whoever asks', async (method, path, status) => {
    expect((await as(method, path, { role: 'operator' })).status).toBe(status);
    expect((await call(method, path)).status).toBe(401);
    expect(seen).toEqual([]);
  });
});

describe('tricks with which a shopper would do what he may not', () => {
  it.each([
    ['GET', '/customers/'],
    ['HEAD', '/customers'],
    ['GET', '/customers?'],
    ['GET', '/customers/?x=/products'],
    ['GET', '/products/../customers'],
    ['GET', '/products/..;/customers'],
    ['GET', '/products/%2e%2e/customers'],
    ['GET', '/products/%2E./customers'],
    ['GET', '/products/..%2fcustomers'],
    ['GET', '/products/%2e%2e%5ccustomers'],
    ['GET', '/products/..\\customers'],
    ['GET', '//customers'],
    ['GET', '/./customers'],
    ['GET', '/customer%2dsearch'],
    ['GET', '/event-hub/map/'],
    ['GET', '/event-hub/../event-hub/map'],
    ['GET', '/ops/order-service/parked/'],
    ['GET', '/ops/order-service/../../orders'],
    ['POST', '/stock/x/receipts/'],
    ['POST', '/stock/x/Receipts'],
    ['PUT', '/products/x/'],
    ['PUT', '/products/x;y=1'],
  ])('%s %s', async (method, path) => {
    const { status } = await as(method, path, { role: 'shopper' });
    expect([400, 403, 404, 405]).toContain(status);
    expect(seen).toEqual([]);
  });

  it.each([
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-HTTP-Method', 'DELETE'],
    ['X-Method-Override', 'DELETE'],
    ['X-Original-URL', '/api/ops/order-service/parked'],
    ['X-Rewrite-URL', '/api/ops/order-service/parked'],
    ['X-Forwarded-Prefix', '/ops'],
    ['X-Forwarded-User', 'otto'],
    ['X-User', 'otto'],
    ['X-Auth-Roles', 'operator'],
    ['X-Forwarded-For', '10.9.8.7'],
    ['Cookie', 'session=stolen'],
  ])('the header %s is not passed on', async (name, value) => {
    const headers = { ...(await bearer({ role: 'shopper' })), [name]: value };
    expect((await call('GET', '/products', headers)).status).toBe(200);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/products' });
    expect(seen[0]!.headers[name.toLowerCase()]).not.toBe(value);
  });

  it('a header that Connection names does not go on, and one of ours does not go away', async () => {
    const connection = 'close, authorization, x-forwarded-for';
    const headers = { ...(await bearer({ role: 'shopper' })), connection };
    await call('GET', '/products', headers);
    expect(seen[0]!.headers).not.toHaveProperty('authorization');
    expect(seen[0]!.headers['x-forwarded-for']).toBe('127.0.0.1');
  });
});

it('lets nobody in while the issuer cannot be asked for its keys', async () => {
  const away = await gateway({ OIDC_ISSUER: await deadAddress() });
  const answer = await fetch(`${away.url}/api/products`, { headers: await bearer({ role: 'operator' }) });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await answer.json()).toMatchObject({ code: 'identity-unavailable' });
  await away.stop();
});
