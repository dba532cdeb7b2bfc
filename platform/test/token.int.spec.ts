import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bearer, tokenFor } from '../token.process.ts';

const folder = mkdtempSync(join(tmpdir(), 'offset-zero-token-'));
const clients = [{ name: 'shop-clerk', role: 'clerk', secret: 'a secret: with + signs' }];
const clientsFile = join(folder, 'clients.json');
writeFileSync(clientsFile, JSON.stringify(clients));

interface Asked {
  authorization: string;
  form: string;
}

/** An issuer of another make, whose token endpoint is not where ours is. Answers with the next of `answers`. */
async function otherIssuer(...answers: { status?: number; body: object }[]) {
  const asked: Asked[] = [];
  const server: Server = createServer(async (request, response) => {
    const isToken = request.url === '/realms/shop/protocol/token';
    if (!isToken && request.url !== '/.well-known/openid-configuration') return response.writeHead(404).end();
    const { port } = server.address() as AddressInfo;
    const discovery = { token_endpoint: `http://127.0.0.1:${port}/realms/shop/protocol/token` };
    if (isToken) asked.push({ authorization: request.headers.authorization!, form: await text(request) });
    const { status = 200, body } = isToken ? answers.shift()! : { body: discovery };
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  open.push(close);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { from: { issuer, clientsFile }, asked, close };
}

const open: (() => Promise<unknown>)[] = [];
const token = (access_token: string, expires_in = 3_600) => ({ body: { access_token, expires_in } });
const DEAD = { issuer: 'http://127.0.0.1:1', clientsFile };

beforeEach(async () => void (await Promise.all(open.splice(0).map((close) => close()))));

afterAll(async () => {
  await Promise.all(open.map((close) => close()));
  rmSync(folder, { recursive: true });
});

describe('a token for a tool', () => {
  it('is asked for as RFC 6749 says, of whoever the issuer names, and kept', async () => {
    const { from, asked } = await otherIssuer(token('one'));
    expect(await Promise.all([tokenFor('clerk', from), tokenFor('clerk', from)])).toEqual(['one', 'one']);
    expect(await bearer('clerk', from)).toEqual({ authorization: 'Bearer one' });
    const credentials = Buffer.from('shop-clerk:a%20secret%3A%20with%20%2B%20signs').toString('base64');
    expect(asked).toEqual([{ authorization: `Basic ${credentials}`, form: 'grant_type=client_credentials' }]);
  });

  it('is renewed before it ends; while none is to be had, the old one does', async () => {
    const { from, close } = await otherIssuer(token('short', 60), token('next', 60));
    expect([await tokenFor('clerk', from), await tokenFor('clerk', from)]).toEqual(['short', 'next']);
    await close();
    expect(await tokenFor('clerk', from)).toBe('next');
  });

  it.each([
    ['nobody is there', 'clerk', DEAD, /^No identity provider answers at http:\/\/127\.0\.0\.1:1: is `npm start`/],
    ['nothing was ever started', 'clerk', { ...DEAD, clientsFile: '/nowhere' }, /^No secrets .* \/nowhere \(ENOENT\)/],
    ['the role has no client', 'operator', DEAD, /clients\.json has no client with the role operator$/],
  ] as const)('is one line when %s', async (_, role, from, line) => {
    const { message } = (await tokenFor(role, from).catch((error: Error) => error)) as Error;
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
  });

  it('is one line when the secret is another system’s, and tells no secret', async () => {
    const refusal = { error: 'invalid_client', error_description: 'client authentication failed' };
    const { from } = await otherIssuer({ status: 401, body: refusal });
    const { message } = (await tokenFor('clerk', from).catch((error: Error) => error)) as Error;
    expect(message).toMatch(/gives no token \(invalid_client: client authentication failed\)/);
    expect(message).not.toContain('a secret');
  });

  it.each([
    ['[{"secret": "tell nobody"', /is no JSON: mend it, or delete it and restart identity$/],
    ['{"secret": "tell nobody"}', /must be a list$/],
    ['[null, {"secret": "tell nobody"}]', /has no client with the role clerk$/],
  ])('names the file that holds %s, and tells nothing of it', async (kept, words) => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, kept);
    const said = await tokenFor('clerk', { ...DEAD, clientsFile: broken }).catch((error: Error) => error.message);
    expect(said).toMatch(words);
    expect(said).toContain(broken);
    expect(said).not.toContain('tell nobody');
  });
});
