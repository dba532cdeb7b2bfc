import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVerifier } from '@offset-zero/auth';
import { startInTest } from '@offset-zero/testing/service';
import { IdentityModule } from '../src/identity.module.ts';
import { serveProvider } from '../src/provider/provider.http.ts';
import type { Account, Machine } from '../src/secrets/account.ts';
import { identity } from '../src/service.ts';
import { identitySettings } from '../src/settings.ts';
import { type Browser, createBrowser } from './browser.ts';

export const SHOP = 'http://127.0.0.1:8080';

export const newFolder = () => join(mkdtempSync(join(tmpdir(), 'offset-zero-identity-')), 'identity');

/**
 * The identity provider as it runs, with its secrets in `folder`; the port is part of its name, unless it has another.
 * It takes this machine for a proxy.
 */
export async function startIdentity(folder: string, port?: number, named?: string) {
  const at = port ?? (await freePort());
  const issuer = named ?? `http://127.0.0.1:${at}`;
  const env = { PORT: String(at), OIDC_ISSUER: issuer, IDENTITY_DIR: folder, TRUSTED_PROXIES: '127.0.0.1' };
  const lines: string[] = [];
  const { stop } = await startInTest(identity, IdentityModule, {
    options: { settings: identitySettings, http: serveProvider },
    env: { ...env, LOG_LEVEL: 'info' },
    onLine: (line) => lines.push(line),
  });
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  const accounts = read<Account[]>('accounts.json');
  const machines = read<Machine[]>('clients.json');
  return {
    issuer,
    port: at,
    lines,
    stop,
    account: (name: string) => accounts.find((each) => each.name === name)!,
    machine: (name: string) => machines.find((each) => each.name === name)!,
    /** As every service does it. */
    verify: (token: string) =>
      createVerifier({ issuer, audience: 'offset-zero', rolesClaim: 'roles' }).verify(`Bearer ${token}`),
  };
}

export type Identity = Awaited<ReturnType<typeof startIdentity>>;

export interface Tokens {
  status: number;
  access_token: string;
  id_token: string;
  refresh_token: string;
  error?: string;
}

export async function tokenRequest({ issuer }: Identity, form: object, headers = {}): Promise<Tokens> {
  const body = new URLSearchParams(form as Record<string, string>);
  const answer = await fetch(`${issuer}/token`, { method: 'POST', headers, body });
  return { ...((await answer.json()) as Tokens), status: answer.status };
}

/** What the web app does: begins a sign-in, and knows what proves that the code is its own. */
export function beginning({ issuer }: Identity, changes: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    client_id: 'shop-web',
    response_type: 'code',
    redirect_uri: `${SHOP}/signed-in`,
    scope: 'openid profile',
    state: 'a-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { verifier, url: `${issuer}/auth?${new URLSearchParams(given)}` };
}

/** Signs somebody in by the form, and gives what the browser brings back to the shop. */
export async function signIn(
  identity: Identity,
  name: string,
  browser: Browser = createBrowser(),
): Promise<{ back: URL; verifier: string; browser: Browser }> {
  const { url, verifier } = beginning(identity);
  const { location: form } = await browser.get(url);
  const { password } = identity.account(name);
  const { location: resume } = await browser.post(form!, { username: name, password });
  const { location: back } = await browser.get(resume!);
  return { back: new URL(back!), verifier, browser };
}

export const exchange = (identity: Identity, { back, verifier }: { back: URL; verifier: string }, changes = {}) =>
  tokenRequest(identity, {
    grant_type: 'authorization_code',
    client_id: 'shop-web',
    code: back.searchParams.get('code')!,
    redirect_uri: `${SHOP}/signed-in`,
    code_verifier: verifier,
    ...changes,
  });

export const refresh = (identity: Identity, token: string) =>
  tokenRequest(identity, { grant_type: 'refresh_token', client_id: 'shop-web', refresh_token: token });

export const claimsIn = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
