import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, createBrowser } from './browser.ts';
import { beginning, type Identity, newFolder, SHOP, startIdentity } from './world.ts';

const folder = newFolder();
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity(folder);
});

afterAll(async () => {
  await identity.stop();
  await rm(dirname(folder), { recursive: true });
});

async function form(browser: Browser, changes = {}): Promise<string> {
  return (await browser.get(beginning(identity, changes).url)).location!;
}

describe('the sign-in page', () => {
  it('speaks the language of the browser, or the one that the shop asks for', async () => {
    const german = createBrowser({ 'Accept-Language': 'de-CH,de;q=0.9' });
    expect((await german.get(await form(german))).text).toContain('<html lang="de">');
    const asked = createBrowser({ 'Accept-Language': 'en' });
    expect((await asked.get(await form(asked, { ui_locales: 'de' }))).text).toContain('Anmelden');
  });

  it('runs no script, is framed by nobody, and leads to the shop only', async () => {
    const browser = createBrowser();
    const { headers, text } = await browser.get(await form(browser));
    expect(text).not.toContain('<script');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toContain(`form-action 'self' ${SHOP} http://localhost:8080`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('has the typefaces of the shop, and its policy lets them in', async () => {
    const browser = createBrowser();
    const { headers, text } = await browser.get(await form(browser));
    expect(headers.get('content-security-policy')).toContain(`font-src 'self'`);
    const fonts = [...text.matchAll(/url\((.+?)\)/g)].map(([, url]) => url!);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      const { status, headers: of } = await createBrowser().get(`${identity.issuer}${font}`);
      expect([status, of.get('content-type')]).toEqual([200, 'font/woff2']);
    }
  });

  it('has cookies that no script reads and no other site sends along; on this machine they go over http', async () => {
    const { headers } = await createBrowser().get(beginning(identity).url);
    const cookies = headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(new RegExp(`^oz_\\w+_${identity.port}`));
      expect(cookie).toMatch(/httponly/i);
      expect(cookie).toMatch(/samesite=lax/i);
      expect(cookie).not.toMatch(/;\s*secure/i);
    }
  });

  it('has cookies for TLS alone where its name is https, behind whoever ends TLS', async () => {
    const own = newFolder();
    const elsewhere = await startIdentity(own, undefined, 'https://id.shop.example');
    try {
      const browser = createBrowser({ 'X-Forwarded-Proto': 'https' });
      const { search } = new URL(beginning(elsewhere).url);
      const { headers } = await browser.get(`http://127.0.0.1:${elsewhere.port}/auth${search}`);
      const cookies = headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(1);
      for (const cookie of cookies) expect(cookie).toMatch(/;\s*secure/i);
    } finally {
      await elsewhere.stop();
      await rm(dirname(own), { recursive: true });
    }
  });

  it('says of a wrong name and of a wrong password the same', async () => {
    const said: string[] = [];
    for (const username of ['anna', 'nobody']) {
      const browser = createBrowser();
      const { status, text } = await browser.post(await form(browser), { username, password: 'wrong' });
      expect(status).toBe(401);
      said.push(text.replaceAll(username, '…').replace(/\/sign-in\/[\w-]+/, ''));
    }
    expect(said[0]).toContain('role="alert"');
    expect(said[0]).toBe(said[1]);
  });

  it('slows down who guesses, even with the right password then, however the name is typed', async () => {
    const browser = createBrowser();
    const address = await form(browser);
    const guess = (password: string, username = 'ben') => browser.post(address, { username, password });
    for (const typed of ['ben', 'BEN', '  ben', 'ben\u00a0\t', `ben${' '.repeat(200)}`])
      expect((await guess('a guess', typed)).status).toBe(401);
    expect((await guess(identity.account('ben').password, `ben${' '.repeat(97)}x`)).status).toBe(401);
    const { status, headers, text } = await guess(identity.account('ben').password);
    expect([status, Number(headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(text).toContain('role="alert"');
    const other = await browser.post(address, { username: 'otto', password: identity.account('otto').password });
    expect(other.status).toBe(303);
  });

  it('keeps out who guesses, and not whose name it is', async () => {
    const [guesser, carla] = ['203.0.113.9', '198.51.100.7'].map((from) => createBrowser({ 'X-Forwarded-For': from }));
    const address = await form(guesser!);
    const { password } = identity.account('carla');
    for (let i = 0; i < 5; i++)
      expect((await guesser!.post(address, { username: 'carla', password: `guess ${i}` })).status).toBe(401);
    expect((await guesser!.post(address, { username: 'carla', password })).status).toBe(429);
    expect((await carla!.post(await form(carla!), { username: 'carla', password })).status).toBe(303);
  });

  it('is of no use in another browser, or later', async () => {
    const address = await form(createBrowser());
    const stranger = createBrowser();
    const { status, text } = await stranger.post(address, {
      username: 'anna',
      password: identity.account('anna').password,
    });
    expect([status, text]).toEqual([400, expect.stringContaining('another window')]);
  });

  it.each([
    ['nothing', {}],
    ['no password', { username: 'carla' }],
    ['an empty one', { username: 'carla', password: '' }],
  ])('lets nobody in for %s', async (_, fields) => {
    const browser = createBrowser();
    expect((await browser.post(await form(browser), fields)).status).toBe(401);
  });

  it('reads forms only, and small ones', async () => {
    const browser = createBrowser();
    const address = await form(browser);
    const long = { username: 'anna', password: 'x'.repeat(10_000) };
    expect((await browser.post(address, long)).status).toBe(413);
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    expect((await fetch(address, json)).status).toBe(415);
  });
});

it('what is not there is a problem as at every service', async () => {
  const answer = await fetch(`${identity.issuer}/nowhere`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});
