import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, eventually, startIssuer, type TestIssuer, type TokenWish } from '@offset-zero/testing';
import { type Door, openDoor, shopper } from './door.ts';

let here: TestIssuer;
let elsewhere: TestIssuer;
let door: Door;

beforeAll(async () => {
  [here, elsewhere] = [await startIssuer(), await startIssuer()];
  door = await openDoor(here);
}, 60_000);
afterAll(async () => {
  await door?.stop();
  await Promise.all([here?.close(), elsewhere?.close()]);
});

const enter = async (wish: TokenWish, path?: string) => door.with(await here.tokenFor(wish), path);
const saidIn = ({ status, body, headers }: Answer) => [status, body.code, headers.get('www-authenticate')];

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The token with another header, signed by `sign` or not at all. */
function forged(token: string, header: object, sign: (text: string) => string = () => ''): string {
  const text = `${encoded(header)}.${token.split('.')[1]}`;
  return `${text}.${sign(text)}`;
}

describe('somebody without a token', () => {
  it('comes to where anyone may, and nowhere else', async () => {
    for (const path of ['/rooms/street', '/health/live', '/health/ready', '/metrics', '/docs', '/docs-json'])
      expect([path, (await door.ask('GET', path)).status]).toEqual([path, 200]);
    for (const path of ['/rooms/shop', '/rooms/desk', '/rooms/forgotten', '/raw'])
      expect([path, ...saidIn(await door.ask('GET', path))]).toEqual([
        ...[path, 401, 'unauthenticated'],
        'Bearer realm="offset-zero"',
      ]);
  });

  it('is turned away at HEAD too, and before his body is read', async () => {
    expect((await door.ask('HEAD', '/rooms/shop')).status).toBe(401);
    expect(saidIn(await door.ask('POST', '/rooms/shop', '{ no JSON'))[1]).toBe('unauthenticated');
    const slow = { 'Consistency-Token': 'W10' };
    expect((await door.ask('GET', '/rooms/shop', undefined, slow)).status).toBe(401);
  });

  it('hears of what is not there that it is not there', async () => {
    expect((await door.ask('GET', '/nowhere')).status).toBe(404);
    expect((await door.ask('DELETE', '/rooms/shop')).status).toBe(405);
  });

  it.each(['', 'Bearer', 'Basic YW5uYTphbm5h', 'Bearer a b', 'Bearer x', 'bearer ..', 'Bearer a.b.c'])(
    'is nobody with the header %j',
    async (Authorization) => {
      const { status, body } = await door.ask('GET', '/rooms/shop', undefined, { Authorization });
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    },
  );
});

describe('a token', () => {
  it('says who calls', async () => {
    const customerId = '0190b6f0-0000-7000-8000-000000000001';
    const { status, body } = await enter({ ...shopper, customerId, claims: { name: 'Anna Blume' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ subject: 'anna', role: 'shopper', customerId, client: 'test', name: 'Anna Blume' },
      expiresAt: expect.any(Number),
    });
  });

  const inAnHour = () => Math.floor(Date.now() / 1_000) + 3_600;

  it.each<[string, TokenWish, RegExp]>([
    ['has expired', { expiresIn: -60 }, /has expired/],
    ['is not valid yet', { claims: { nbf: inAnHour() } }, /nbf/],
    ['never expires', { claims: { exp: undefined } }, /exp/],
    ['is for another audience', { claims: { aud: 'another-shop' } }, /aud/],
    ['is of another issuer', { claims: { iss: 'http://127.0.0.1:1' } }, /iss/],
    ['is an ID token', { header: { typ: 'JWT' } }, /typ/],
    ['does not say what it is', { header: { typ: undefined } }, /typ/],
    ['is nobody’s', { claims: { sub: undefined } }, /sub/],
    ['is of somebody with a line break', { subject: 'anna\nGET' }, /sub/],
    ['is of a customer who cannot be', { claims: { customer_id: "' or 1=1" } }, /customer_id/],
    ['is signed by a key of another name', { header: { kid: 'another' } }, /not signed/],
  ])('that %s is no token', async (_what, wish, why) => {
    const { status, body, headers } = await enter(wish);
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect(body.detail).toMatch(why);
    expect(headers.get('www-authenticate')).toBe(
      `Bearer realm="offset-zero", error="invalid_token", error_description="${body.detail}"`,
    );
  });

  it('that somebody else signed, or nobody, or who changed it, is no token', async () => {
    const good = await here.tokenFor();
    const [head, claims, signature] = good.split('.') as [string, string, string];
    const { kid, ...key } = here.keys()[0]!;
    const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
    const hmac = (secret: string) => (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
    const tokens = [
      await elsewhere.tokenFor({ claims: { iss: here.url } }),
      await elsewhere.tokenFor({ claims: { iss: here.url }, header: { kid } }),
      `${head}.${encoded({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: 'otto' })}.${signature}`,
      `${head}.${claims}.`,
      `${head}.${claims}.${signature.slice(0, -2)}AA`,
      ...['none', 'None', 'NONE'].map((alg) => forged(good, { alg, typ: 'at+jwt', kid })),
      ...[pem, pem.trim(), JSON.stringify(key), JSON.stringify(here.keys()[0]), String(key.x)].map((secret) =>
        forged(good, { alg: 'HS256', typ: 'at+jwt', kid }, hmac(secret)),
      ),
      forged(good, { alg: 'ES256', typ: 'at+jwt', jwk: elsewhere.keys()[0] }, () => signature),
      forged(good, { alg: 'ES256', typ: 'at+jwt', jku: `${elsewhere.url}/jwks`, kid: elsewhere.keys()[0]!.kid }),
    ];
    const codes = await Promise.all(tokens.map(async (token) => (await door.with(token)).status));
    expect(codes).toEqual(tokens.map(() => 401));
    expect((await door.with(good)).status).toBe(200);
  });
});

describe('a role', () => {
  it.each([
    ['shopper', [200, 403, 403, 403]],
    ['clerk', [200, 200, 403, 403]],
    ['operator', [200, 200, 200, 200]],
  ] as const)('a %s may do what is for him and for those before him', async (role, expected) => {
    const rooms = ['/rooms/shop', '/rooms/desk', '/rooms/forgotten', '/raw'];
    expect(await Promise.all(rooms.map(async (path) => (await enter({ role }, path)).status))).toEqual(expected);
  });

  it('that is not known here opens nothing', async () => {
    for (const roles of [['chef'], [], undefined, 'chef', { operator: true }, [['operator']], 'operator shopper'])
      expect(saidIn(await enter({ claims: { roles } })).slice(0, 2)).toEqual([403, 'forbidden']);
  });

  it('beside others counts the highest', async () => {
    const { body } = await enter({ claims: { roles: ['chef', 'clerk', 'shopper'] } });
    expect(body.role).toBe('clerk');
  });

  it('may be under another name', async () => {
    const claims = { roles: ['operator'], realm_access: { roles: ['shopper'] } };
    const other = await openDoor(here, { OIDC_ROLES_CLAIM: 'realm_access.roles' });
    expect((await other.with(await here.tokenFor({ claims }))).body.role).toBe('shopper');
    await other.stop();
  });
});

describe('the keys of the issuer', () => {
  it('are asked for when one is not known, without a restart, and not again by every forger', async () => {
    const asked = here.asked();
    const forgers = Array.from({ length: 30 }, (_, i) => enter({ header: { kid: `forged-${i}` } }));
    expect((await Promise.all(forgers)).every(({ status }) => status === 401)).toBe(true);
    expect(here.asked() - asked).toBeLessThanOrEqual(1);
    await here.rotate();
    await eventually(async () => expect((await enter(shopper)).status).toBe(200));
    expect(here.asked() - asked).toBeLessThanOrEqual(4);
  }, 60_000);

  it('need not be there at the start: until they are, nobody can be known; then everybody is', async () => {
    const late = await startIssuer();
    late.away();
    const early = await openDoor(late);
    const token = await late.tokenFor(shopper);
    const { status, body, headers } = await early.with(token);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'identity-unavailable', '1']);
    expect((await early.ask('GET', '/rooms/street')).status).toBe(200);
    const degraded = async () => (await early.ask('GET', '/health/ready')).body.degraded;
    expect(await degraded()).toMatchObject([{ code: 'issuer-away' }]);
    late.back();
    await eventually(async () => expect(await degraded()).toEqual([])); // looking is enough to heal it
    await eventually(async () => expect((await early.with(token)).status).toBe(200));
    await early.stop();
    await late.close();
  });

  it('that are known go on opening while the issuer is away; of others nobody can say', async () => {
    const leaving = await startIssuer();
    const other = await openDoor(leaving);
    await eventually(async () => expect((await other.with(await leaving.tokenFor(shopper))).status).toBe(200));
    leaving.away();
    expect((await other.with(await leaving.tokenFor({ ...shopper, subject: 'ben' }))).status).toBe(200);
    await leaving.rotate();
    await eventually(async () =>
      expect((await other.with(await leaving.tokenFor(shopper))).body.code).toBe('identity-unavailable'),
    );
    leaving.back();
    await eventually(async () => expect((await other.with(await leaving.tokenFor(shopper))).status).toBe(200));
    await other.stop();
    await leaving.close();
  }, 60_000);

  it('may be named instead of discovered', async () => {
    const named = await openDoor({ url: 'http://issuer.invalid' }, { OIDC_JWKS_URI: `${here.url}/jwks` });
    const token = await here.tokenFor({ ...shopper, claims: { iss: 'http://issuer.invalid' } });
    await eventually(async () => expect((await named.with(token)).status).toBe(200));
    await named.stop();
  });
});
