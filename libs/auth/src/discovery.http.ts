import type { JSONWebKeySet } from 'jose';

/** Whom tokens are believed, and where his keys are; without `jwksUri` he is asked for that too. */
export interface Issuer {
  issuer: string;
  jwksUri?: string;
}

const PATIENCE_MS = 3_000;

/** The issuer's keys of today. Throws whatever is in the way: network, status, or an answer that makes no sense. */
export async function fetchKeys({ issuer, jwksUri }: Issuer, fetch: typeof globalThis.fetch): Promise<JSONWebKeySet> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const address = jwksUri ?? (await discover(issuer, (url) => json(fetch, url, signal)));
  const keys = await json(fetch, address, signal);
  if (!Array.isArray(keys.keys)) throw new Error(`${address} is no key set`);
  return keys as unknown as JSONWebKeySet;
}

/** OpenID Connect Discovery 1.0, sections 4.1 to 4.3: the document has to be about the very issuer that was asked. */
async function discover(issuer: string, get: (url: string) => Promise<Record<string, unknown>>): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { issuer: named, jwks_uri: jwksUri } = await get(address);
  if (!issuerNames(issuer).includes(String(named))) throw new Error(`${address} is about another issuer`);
  if (typeof jwksUri !== 'string' || !URL.canParse(jwksUri)) throw new Error(`${address} names no jwks_uri`);
  if (issuer.startsWith('https:') && !jwksUri.startsWith('https:')) throw new Error(`${jwksUri} is not https`);
  return jwksUri;
}

/** Some issuers end with a slash, and people leave it out. */
export const issuerNames = (issuer: string): string[] => [issuer.replace(/\/$/, ''), `${issuer.replace(/\/$/, '')}/`];

async function json(
  fetch: typeof globalThis.fetch,
  url: string,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error(`${url} is no JSON object`);
  return body as Record<string, unknown>;
}
