import { beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { IdentityUnavailable, Unauthenticated } from './errors.ts';
import { createVerifier, type Verifier } from './verifier.ts';

const issuer = 'https://issuer.example';
const settings = { issuer, audience: 'offset-zero', rolesClaim: 'roles' };
const MINUTE = 60_000;
const START = 1_800_000_000_000;

const pairs = await Promise.all(
  ['first', 'second'].map(async (kid) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
  }),
);
const [first, second] = pairs as [(typeof pairs)[0], (typeof pairs)[0]];

/** What the issuer answers; a string: it does not. */
let published: JWK[] | string;
let asked: string[];
let clock: number;
let troubles: string[];
let verifier: Verifier;

const discovery = { issuer, jwks_uri: `${issuer}/keys` };
async function answered(url: unknown): Promise<Response> {
  asked.push(String(url));
  if (typeof published === 'string') throw new TypeError('fetch failed', { cause: { code: published } });
  return Response.json(String(url).endsWith('/keys') ? { keys: published } : discovery);
}

beforeEach(() => {
  [published, asked, troubles, clock] = [[first.jwk], [], [], START];
  verifier = createVerifier(settings, {
    fetch: answered,
    now: () => clock,
    onTrouble: ({ message }) => troubles.push(message),
  });
});

const questions = () => asked.filter((url) => url.endsWith('/keys')).length;
const seconds = (ms: number) => Math.floor(ms / 1_000);

async function tokenOf(by: typeof first, subject = 'anna', lifetimeMs = 60 * MINUTE): Promise<string> {
  const token = await new SignJWT({ roles: ['shopper'] })
    .setProtectedHeader({ alg: 'ES256', kid: by.kid, typ: 'at+jwt' })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience('offset-zero')
    .setIssuedAt(seconds(clock))
    .setExpirationTime(seconds(clock + lifetimeMs))
    .sign(by.privateKey);
  return `Bearer ${token}`;
}

describe('the keys', () => {
  it('are asked for once, however many come at once, by discovery', async () => {
    const tokens = await Promise.all(['anna', 'ben', 'carla'].map((name) => tokenOf(first, name)));
    const subjects = (await Promise.all(tokens.map((token) => verifier.verify(token)))).map(({ subject }) => subject);
    expect(subjects).toEqual(['anna', 'ben', 'carla']);
    expect(asked).toEqual([`${issuer}/.well-known/openid-configuration`, `${issuer}/keys`]);
  });

  it('are asked for again when a new one is used', async () => {
    await verifier.verify(await tokenOf(first));
    published = [first.jwk, second.jwk];
    clock += MINUTE;
    expect(await verifier.verify(await tokenOf(second))).toMatchObject({ subject: 'anna' });
  });

  it('are not asked for by a row of forgers', async () => {
    await verifier.verify(await tokenOf(first));
    for (let i = 0; i < 100; i++) {
      clock += 100;
      await expect(verifier.verify(await tokenOf(second))).rejects.toThrow(Unauthenticated);
    }
    expect(questions()).toBeLessThanOrEqual(2);
  });

  it('that were withdrawn open nothing any more, not even to whom they have opened', async () => {
    const [anna, ben] = [await tokenOf(first), await tokenOf(first, 'ben')];
    for (let times = 0; times < 3; times++) await verifier.verify(anna);
    published = [second.jwk];
    clock += 11 * MINUTE;
    await verifier.verify(ben); // he still gets in: the question goes beside him
    await new Promise(setImmediate);
    for (const token of [anna, ben]) await expect(verifier.verify(token)).rejects.toThrow(Unauthenticated);
  });

  it('that were withdrawn are noticed by those who see the same token only', async () => {
    const token = await tokenOf(first);
    await verifier.verify(token);
    published = [second.jwk];
    clock += 9 * MINUTE;
    await verifier.verify(token);
    expect(questions()).toBe(1);
    clock += 2 * MINUTE;
    expect(await verifier.verify(token)).toMatchObject({ subject: 'anna' }); // the question goes beside him
    await new Promise(setImmediate);
    await expect(verifier.verify(token)).rejects.toThrow(Unauthenticated);
    expect(questions()).toBe(2);
  });

  it('that are old keep nobody out whom they know while the issuer is away', async () => {
    const token = await tokenOf(first);
    await verifier.verify(token);
    published = 'ECONNREFUSED';
    clock += 11 * MINUTE;
    for (let times = 0; times < 3; times++) {
      expect(await verifier.verify(token)).toMatchObject({ subject: 'anna' });
      await new Promise(setImmediate);
    }
    expect(troubles).toHaveLength(1);
  });

  it('stay as they are while the issuer is away, however long', async () => {
    await verifier.verify(await tokenOf(first));
    published = 'ECONNREFUSED';
    clock += 24 * 60 * MINUTE;
    expect(await verifier.verify(await tokenOf(first, 'ben'))).toMatchObject({ subject: 'ben' });
    await expect(verifier.verify(await tokenOf(second))).rejects.toThrow(IdentityUnavailable);
  });
});

describe('an issuer who is away', () => {
  it('is asked once a second, and his return is noticed', async () => {
    published = 'ECONNREFUSED';
    for (let i = 0; i < 10; i++)
      await expect(verifier.verify(await tokenOf(first))).rejects.toThrow(IdentityUnavailable);
    expect(asked).toHaveLength(1);
    published = [first.jwk];
    clock += 1_000;
    expect(await verifier.verify(await tokenOf(first))).toMatchObject({ subject: 'anna' });
  });

  it('is told about for as long as he is away, and is asked again by whoever wants to know', async () => {
    published = 'ECONNREFUSED';
    await expect(verifier.verify(await tokenOf(first))).rejects.toThrow(IdentityUnavailable);
    expect(verifier.trouble()).toContain('ECONNREFUSED');
    published = [first.jwk];
    clock += 1_000;
    verifier.trouble();
    await new Promise(setImmediate);
    expect(verifier.trouble()).toBeUndefined();
    expect(asked).toHaveLength(3);
  });

  it('is told about once, with the reason', async () => {
    published = 'ECONNREFUSED';
    for (let i = 0; i < 5; i++, clock += MINUTE)
      await expect(verifier.verify(await tokenOf(first))).rejects.toThrow('ECONNREFUSED');
    expect(troubles).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it('is not needed to refuse what cannot be right', async () => {
    published = 'ECONNREFUSED';
    const signedBy = (alg: string) => `Bearer ${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.e30.AA`;
    for (const header of [undefined, 'Bearer x', signedBy('none'), signedBy('HS256'), signedBy('HS512')])
      await expect(verifier.verify(header)).rejects.toThrow(Unauthenticated);
    expect(asked).toEqual([]);
  });
});

describe('an answer that makes no sense is no answer:', () => {
  const answering = (answers: Record<string, object>, more = settings) =>
    createVerifier(more, {
      now: () => clock,
      fetch: async (url) => {
        const answer = answers[new URL(String(url)).pathname];
        return answer ? Response.json(answer) : new Response('', { status: 404 });
      },
    });
  const WELL_KNOWN = '/.well-known/openid-configuration';
  const right = { '/keys': { keys: [first.jwk] } };

  it.each<[string, Record<string, object>]>([
    ['nothing', {}],
    ['another issuer’s document', { ...right, [WELL_KNOWN]: { ...discovery, issuer: 'https://evil.example' } }],
    ['no address of the keys', { ...right, [WELL_KNOWN]: { issuer } }],
    [
      'keys that anybody could change on the way',
      { ...right, [WELL_KNOWN]: { issuer, jwks_uri: 'http://issuer.example/keys' } },
    ],
    ['no keys', { [WELL_KNOWN]: discovery, '/keys': { keys: 'none' } }],
    ['a list', { [WELL_KNOWN]: discovery, '/keys': [] }],
  ])('%s', async (_what, answers) =>
    expect(answering(answers).verify(await tokenOf(first))).rejects.toThrow(IdentityUnavailable),
  );

  it('but a slash at the end of the issuer’s name means nothing', async () => {
    const answers = { ...right, [WELL_KNOWN]: { ...discovery, issuer: `${issuer}/` } };
    expect(await answering(answers).verify(await tokenOf(first))).toMatchObject({ subject: 'anna' });
  });
});

describe('a token that was found good', () => {
  it('is the same principal the next time, without a look at keys', async () => {
    const token = await tokenOf(first);
    const before = await verifier.verify(token);
    await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(await verifier.verify(token));
    expect(await verifier.verify(token)).toEqual(before);
  });

  it('ends when it ends', async () => {
    const token = await tokenOf(first, 'anna', MINUTE);
    await verifier.verify(token);
    await verifier.verify(token);
    clock += MINUTE + 4_000; // clocks differ by seconds
    await verifier.verify(token);
    clock += 2_000;
    await expect(verifier.verify(token)).rejects.toThrow('has expired');
  });

  it('ends after a day, though it says that it is for ten years, and is known', async () => {
    const token = await tokenOf(first, 'anna', 10 * 365 * 24 * 60 * MINUTE);
    expect(await verifier.verify(token)).toMatchObject({ expiresAt: START + 24 * 60 * MINUTE });
    clock += 24 * 60 * MINUTE + 4_000;
    await verifier.verify(token);
    clock += 2_000;
    await expect(verifier.verify(token)).rejects.toThrow('has expired');
  });

  it('was not made in the future', async () => {
    clock += 6_000;
    const token = await tokenOf(first);
    clock -= 6_000;
    await expect(verifier.verify(token)).rejects.toThrow("token's iat");
  });

  it('says nothing about one that looks like it', async () => {
    const token = await tokenOf(first);
    await verifier.verify(token);
    const [head, claims, signature] = token.split('.');
    const flipped = `${signature![0] === 'A' ? 'B' : 'A'}${signature!.slice(1)}`;
    await expect(verifier.verify(`${head}.${claims}.${flipped}`)).rejects.toThrow(Unauthenticated);
  });
});
