import { request } from 'node:http';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Identity, newFolder, startIdentity, tokenRequest } from './world.ts';

const DISCOVERY = '/.well-known/openid-configuration';
const folder = newFolder();
let identity: Identity;

beforeAll(async () => {
  identity = await startIdentity(folder);
});

afterAll(async () => {
  await identity.stop();
  await rm(dirname(folder), { recursive: true });
});

interface Answer {
  status: number;
  type: string;
  said: string;
}

/** A request with headers that no browser lets a page write, to `path`, which may be a whole address. */
function ask({ port }: Identity, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (answer) => {
      const { statusCode, headers: answered } = answer;
      resolve({ status: statusCode!, type: answered['content-type'] ?? '', said: await text(answer) });
    });
    asking.on('error', reject).end();
  });
}

const json = ({ said }: Answer) => JSON.parse(said) as Record<string, unknown>;

const endpointsIn = (body: Record<string, unknown>) =>
  Object.entries(body).filter(([name]) => /_endpoint$|^jwks_uri$/.test(name));

async function saysItIsAtIssuer(asked: Identity, path: string, headers: Record<string, string>) {
  const answer = await ask(asked, path, headers);
  const body = json(answer);
  expect([answer.status, body.issuer]).toEqual([200, asked.issuer]);
  const endpoints = endpointsIn(body);
  expect(endpoints.map(([name]) => name)).toContain('token_endpoint');
  for (const [, address] of endpoints) expect(address).toMatch(new RegExp(`^${asked.issuer}/`));
}

describe('where it is found is where the issuer is', () => {
  it('whatever a request calls it', async () => {
    await saysItIsAtIssuer(identity, DISCOVERY, { Host: 'evil.example' });
    await saysItIsAtIssuer(identity, DISCOVERY, { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' });
    await saysItIsAtIssuer(identity, `http://evil.example${DISCOVERY}`, {});
  });

  it('behind whoever ends TLS too, even if he passes on what he is told', async () => {
    const own = newFolder();
    const elsewhere = await startIdentity(own, undefined, 'https://id.shop.example');
    try {
      await saysItIsAtIssuer(elsewhere, DISCOVERY, { 'X-Forwarded-Host': 'evil.example' });
      await saysItIsAtIssuer(elsewhere, DISCOVERY, { 'X-Forwarded-Host': 'a"><script>' });
    } finally {
      await elsewhere.stop();
      await rm(dirname(own), { recursive: true });
    }
  });

  it('for its forms as well: nobody sends his sign-out to where a request says', async () => {
    const { status, said } = await ask(identity, '/session/end', { Host: 'evil.example' });
    expect([status, /action="([^"]*)"/.exec(said)?.[1]]).toEqual([200, `${identity.issuer}/session/end/confirm`]);
  });
});

it('gives tokens by every name of this machine: containers have another for it', async () => {
  const { secret } = identity.machine('clerk');
  const named = { ...identity, issuer: `http://localhost:${identity.port}` };
  const { access_token } = await tokenRequest(
    named,
    { grant_type: 'client_credentials' },
    { Authorization: `Basic ${btoa(`clerk:${secret}`)}` },
  );
  expect(await identity.verify(access_token)).toMatchObject({ subject: 'clerk' });
});

it.each(['a"><script>', 'shop.example:99999', 'shop.example:port', 'user@shop.example', 'shop.example/path', '[::1'])(
  'a Host that cannot be one is a problem, and not ours: %j',
  async (Host) => {
    const answers = await Promise.all(
      [DISCOVERY, '/jwks', '/auth', '/sign-in/x'].map((path) => ask(identity, path, { Host })),
    );
    for (const answer of answers)
      expect([answer.status, answer.type, json(answer).code]).toEqual([
        400,
        'application/problem+json',
        'malformed-request',
      ]);
    expect(identity.lines.filter((line) => /"level":"(warn|error|fatal)"/.test(line))).toEqual([]);
  },
);

it.each(['identity:3006', 'localhost', '[::1]:3006', 'my_host.'])('%s is a Host', async (Host) => {
  expect((await ask(identity, '/jwks', { Host })).status).toBe(200);
});
