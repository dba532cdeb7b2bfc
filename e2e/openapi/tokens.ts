import { createHmac, createPrivateKey, createPublicKey, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@offset-zero/platform/environment';

type Json = Record<string, unknown>;

const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string): [Json, Json] =>
  token
    .split('.')
    .slice(0, 2)
    .map((text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Json) as [Json, Json];

/** The key that the identity provider of the shop under test signs with: a thief would have to read a file of mode 600. */
function realKey(): JsonWebKey & { kid: string } {
  const file = join(loadSettings().identityDir, 'keys.json');
  const { jwks } = JSON.parse(readFileSync(file, 'utf8')) as { jwks: { keys: (JsonWebKey & { kid: string })[] } };
  return jwks.keys[0]!;
}

function signed(header: Json, claims: Json, key: JsonWebKey): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), createPrivateKey({ key, format: 'jwk' })).toString('base64url')}`;
}

/** A token that was right until a minute ago: the real key, the real issuer. */
export function expired(right: string): string {
  const [header, claims] = partsOf(right);
  const now = Math.floor(Date.now() / 1_000);
  return signed(header, { ...claims, iat: now - 3_660, exp: now - 60 }, realKey());
}

/** A token as the issuer gives it to a shopper who is the customer `customerId`. */
export function ofShopper(right: string, customerId: string): string {
  const [header, claims] = partsOf(right);
  const person = { sub: `stranger-${randomUUID()}`, roles: ['shopper'], customer_id: customerId };
  return signed(header, { ...claims, ...person }, realKey());
}

export interface Stolen {
  /** Of an operator, and right. */
  operator: string;
  /** Of a shopper, and right. */
  shopper: string;
  /** For an operator, by somebody else's issuer. */
  foreign: string;
  /** A key of somebody else. */
  otherKey: JsonWebKey;
}

/** What strangers could send in the header Authorization, by its name. */
export function forgeries({ operator, shopper, foreign, otherKey }: Stolen): Record<string, string | undefined> {
  const [header, claims] = partsOf(operator);
  const [, body] = operator.split('.');
  const [, , shoppersSignature] = shopper.split('.');
  const raised = { ...partsOf(shopper)[1], roles: ['operator'] };
  const publicKey = createPublicKey({ key: realKey(), format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const hmac = `${part({ ...header, alg: 'HS256' })}.${body}`;
  const bearer = (token: string) => `Bearer ${token}`;
  return {
    'no token': undefined,
    'an empty token': 'Bearer ',
    'another scheme': `Basic ${Buffer.from('operator:operator').toString('base64')}`,
    'no scheme': operator,
    'half a token': bearer(operator.slice(0, -20)),
    'a token of another issuer': bearer(foreign),
    'the real claims, signed by another key': bearer(signed(header, claims, otherKey)),
    'more rights than were signed': bearer(`${part(header)}.${part(raised)}.${shoppersSignature}`),
    'no signature': bearer(`${part({ ...header, alg: 'none' })}.${body}.`),
    'the public key as a secret': bearer(`${hmac}.${createHmac('sha256', publicKey).update(hmac).digest('base64url')}`),
    'an expired token': bearer(expired(operator)),
    'a token for another audience': bearer(signed(header, { ...claims, aud: 'another-shop' }, realKey())),
    'a token of another kind': bearer(signed({ ...header, typ: 'JWT' }, claims, realKey())),
  };
}
