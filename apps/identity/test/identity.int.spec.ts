import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVerifier, Unauthenticated } from '@offset-zero/auth';
import { type Browser, createBrowser } from './browser.ts';
import {
  beginning,
  claimsIn,
  exchange,
  type Identity,
  newFolder,
  refresh,
  SHOP,
  signIn,
  startIdentity,
  tokenRequest,
} from './world.ts';

const folder = newFolder();
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity(folder);
});

afterAll(async () => {
  await identity.stop();
  await rm(dirname(folder), { recursive: true });
});

describe('somebody who signs in', () => {
  it('comes back to the shop with tokens that every service takes', async () => {
    const signedIn = await signIn(identity, 'anna');
    expect(signedIn.back.href).toMatch(`${SHOP}/signed-in?`);
    expect(signedIn.back.searchParams.get('state')).toBe('a-state');
    const { status, access_token, id_token, refresh_token } = await exchange(identity, signedIn);
    expect([status, typeof refresh_token]).toEqual([200, 'string']);
    const { customerId } = identity.account('anna');
    expect(await identity.verify(access_token)).toMatchObject({
      ...{ subject: 'anna', role: 'shopper', customerId, client: 'shop-web', name: 'Anna Arnold' },
    });
    const { iat, exp } = claimsIn(access_token) as { iat: number; exp: number };
    expect(exp - iat).toBe(15 * 60);
    expect(claimsIn(id_token)).toMatchObject({
      ...{ sub: 'anna', aud: 'shop-web', name: 'Anna Arnold', preferred_username: 'anna' },
      ...{ roles: ['shopper'], customer_id: customerId },
    });
  });

  it.each([
    ['ben', 'shopper'],
    ['carla', 'clerk'],
    ['otto', 'operator'],
  ])('%s is a %s', async (name, role) => {
    const { access_token } = await exchange(identity, await signIn(identity, name));
    expect(await identity.verify(access_token)).toMatchObject({ subject: name, role });
  });

  it('need not do it twice, unless the shop asks for it', async () => {
    const { browser } = await signIn(identity, 'anna');
    expect((await browser.get(beginning(identity).url)).location).toMatch(`${SHOP}/signed-in?code=`);
    expect((await browser.get(beginning(identity, { prompt: 'login' }).url)).location).toMatch('/sign-in/');
  });

  it('goes on with a refresh token; one that is used twice ends it for whoever has the next, too', async () => {
    const first = await exchange(identity, await signIn(identity, 'anna'));
    const second = await refresh(identity, first.refresh_token);
    expect(await identity.verify(second.access_token)).toMatchObject({ subject: 'anna', role: 'shopper' });
    expect(await refresh(identity, first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await refresh(identity, second.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('is out after signing out, without a question: no new tokens, and the password is asked for again', async () => {
    const signedIn = await signIn(identity, 'anna');
    const { id_token, refresh_token } = await exchange(identity, signedIn);
    const { browser } = signedIn;
    const page = await leave(browser, { id_token_hint: id_token, ui_locales: 'de' });
    expect(page.text).toContain('<html lang="de">');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^' ]+'(;|$)/);
    const [, script] = /<script>(.*)<\/script>/.exec(page.text)!;
    expect(script).toContain('click()');
    const gone = await browser.post(`${identity.issuer}/session/end/confirm`, { xsrf: xsrfIn(page), logout: 'yes' });
    expect(gone.location).toBe(`${SHOP}/`);
    expect(await refresh(identity, refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect((await browser.get(beginning(identity).url)).location).toMatch('/sign-in/');
  });

  it.each([
    ['nothing that says who it is', async () => ({ client_id: 'shop-web' })],
    [
      'the ID token of another',
      async () => ({ id_token_hint: (await exchange(identity, await signIn(identity, 'ben'))).id_token }),
    ],
  ])('is asked when a link from anywhere would sign him out, with %s', async (_, proof) => {
    const { browser } = await signIn(identity, 'anna');
    const page = await leave(browser, await proof());
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(page.text).toMatch(/<button[^>]*name="logout" value="yes"/);
    const stayed = await browser.post(`${identity.issuer}/session/end/confirm`, { xsrf: xsrfIn(page) });
    expect(stayed.location).toBe(`${SHOP}/`);
    expect((await browser.get(beginning(identity, { prompt: 'none' }).url)).location).toMatch(/\?code=/);
  });

  it('is signed out by nobody who has made an ID token himself', async () => {
    const { browser } = await signIn(identity, 'anna');
    const [header, payload] = (await exchange(identity, await signIn(identity, 'anna'))).id_token.split('.');
    const page = await leave(browser, { id_token_hint: `${header}.${payload}.AAAA` });
    expect([page.status, page.text.includes('<script')]).toEqual([400, false]);
  });
});

const leave = (browser: Browser, proof: Record<string, string>) =>
  browser.get(
    `${identity.issuer}/session/end?${new URLSearchParams({ ...proof, post_logout_redirect_uri: `${SHOP}/` })}`,
  );

const xsrfIn = ({ text }: { text: string }): string => /name="xsrf" value="(\w+)"/.exec(text)![1]!;

describe('what is refused', () => {
  it('a way back that is not the shop’s: nobody is sent there', async () => {
    const { url } = beginning(identity, { redirect_uri: 'http://127.0.0.1:8080.evil.example/signed-in' });
    const answer = await createBrowser().get(url);
    expect([answer.status, answer.location]).toEqual([400, undefined]);
    expect(answer.text).toContain('redirect_uri');
  });

  it('a beginning without PKCE', async () => {
    const { url } = beginning(identity, { code_challenge: undefined, code_challenge_method: undefined });
    const { location } = await createBrowser().get(url);
    expect(new URL(location!).searchParams.get('error')).toBe('invalid_request');
  });

  it('PKCE that anybody could repeat (plain)', async () => {
    const { location } = await createBrowser().get(beginning(identity, { code_challenge_method: 'plain' }).url);
    expect(new URL(location!).searchParams.get('error')).toBe('invalid_request');
  });

  it.each([
    ['without the verifier', { code_verifier: '' }],
    ['with another’s verifier', { code_verifier: 'a'.repeat(43) }],
    ['for another way back', { redirect_uri: 'http://localhost:8080/signed-in' }],
  ])('a code %s', async (_, changes) => {
    const answer = await exchange(identity, await signIn(identity, 'anna'), changes);
    expect([answer.status, answer.access_token]).toEqual([400, undefined]);
  });

  it('a code that is used twice, and what was given for it at first ends', async () => {
    const signedIn = await signIn(identity, 'anna');
    const { refresh_token } = await exchange(identity, signedIn);
    expect(await exchange(identity, signedIn)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await refresh(identity, refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  it('other grants: a password, a token in the address', async () => {
    const { password } = identity.account('anna');
    const form = { grant_type: 'password', client_id: 'shop-web', username: 'anna', password };
    expect((await tokenRequest(identity, form)).status).toBe(400);
    const { location } = await createBrowser().get(beginning(identity, { response_type: 'token' }).url);
    expect(location).toMatch('error=unsupported_response_type');
  });

  it('a web page from elsewhere that would like to read tokens', async () => {
    const allowed = async (origin: string) => {
      const headers = { Origin: origin };
      const form = { grant_type: 'refresh_token', client_id: 'shop-web', refresh_token: 'x' };
      const body = new URLSearchParams(form);
      const answer = await fetch(`${identity.issuer}/token`, { method: 'POST', headers, body });
      return answer.headers.get('access-control-allow-origin');
    };
    expect([await allowed(SHOP), await allowed('http://evil.example')]).toEqual([SHOP, null]);
  });
});

describe('a machine', () => {
  const asks = (name: string, secret: string) =>
    tokenRequest(
      identity,
      { grant_type: 'client_credentials' },
      { Authorization: `Basic ${btoa(`${name}:${secret}`)}` },
    );

  it.each(['shopper', 'clerk', 'operator'] as const)('%s gets a token for an hour', async (role) => {
    const { secret, customerId } = identity.machine(role);
    const { access_token } = await asks(role, secret);
    expect(await identity.verify(access_token)).toMatchObject({ subject: role, role, client: role });
    const claims = claimsIn(access_token) as { iat: number; exp: number; customer_id?: string };
    expect([claims.exp - claims.iat, claims.customer_id]).toEqual([3_600, customerId]);
    expect(customerId === undefined).toBe(role !== 'shopper');
  });

  it('with a wrong secret gets none, and the web app, which has none, is no machine', async () => {
    expect(await asks('operator', identity.machine('clerk').secret)).toMatchObject({ status: 401 });
    const form = { grant_type: 'client_credentials', client_id: 'shop-web' };
    expect((await tokenRequest(identity, form)).access_token).toBeUndefined();
  });
});

describe('a restart', () => {
  it('keeps keys, accounts and secrets: a token from before is good; who was signed in signs in again', async () => {
    const signedIn = await signIn(identity, 'anna');
    const before = await exchange(identity, signedIn);
    const { password } = identity.account('anna');
    await identity.stop();
    identity = await startIdentity(folder, identity.port);
    expect(await identity.verify(before.access_token)).toMatchObject({ subject: 'anna' });
    expect(identity.account('anna').password).toBe(password);
    expect(await refresh(identity, before.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect((await exchange(identity, await signIn(identity, 'anna', signedIn.browser))).status).toBe(200);
  });

  it('without keys.json voids what was given out: at once for services that start after it, later for those that run on', async () => {
    const settings = { issuer: identity.issuer, audience: 'offset-zero', rolesClaim: 'roles' };
    const runningOn = createVerifier(settings);
    const { access_token: old } = await exchange(identity, await signIn(identity, 'anna'));
    await runningOn.verify(`Bearer ${old}`);
    await identity.stop();
    await rm(join(folder, 'keys.json'));
    identity = await startIdentity(folder, identity.port);
    await expect(identity.verify(old)).rejects.toThrow(Unauthenticated);
    expect(await runningOn.verify(`Bearer ${old}`)).toMatchObject({ subject: 'anna' });
    const { access_token: fresh } = await exchange(identity, await signIn(identity, 'anna'));
    expect(await identity.verify(fresh)).toMatchObject({ subject: 'anna' });
  });

  it('leaves the secrets to their owner alone', () => {
    const mode = (file: string) => (statSync(join(folder, file)).mode & 0o777).toString(8);
    expect(['.', 'accounts.json', 'clients.json', 'keys.json'].map(mode)).toEqual(['700', '600', '600', '600']);
  });

  it('tells no secret to its log', () => {
    const secrets = ['anna', 'otto'].map((name) => identity.account(name).password);
    const log = identity.lines.join('\n');
    expect(log).toContain('"account":"anna","msg":"Somebody signed in"');
    for (const secret of [...secrets, identity.machine('clerk').secret]) expect(log).not.toContain(secret);
  });
});
