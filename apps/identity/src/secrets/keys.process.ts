import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import type { Secrets } from './account.ts';
import { faultsIn, isLine, isRecord, type Rule } from './rules.ts';

export type Keys = Pick<Secrets, 'jwks' | 'cookieKeys'>;

const RSA_BITS = 2_048;

const KEYS: readonly Rule[] = [
  { field: 'jwks', must: 'be a JWK Set with at least one key', holds: (set) => keysIn(set).length > 0 },
  { field: 'cookieKeys', must: 'be a list of at least one secret', holds: isListOfLines },
];
const KEY: readonly Rule[] = [
  { field: 'kid', must: 'be a line, or not there', holds: (kid) => kid === undefined || isLine(kid) },
  { field: 'alg', must: 'be RS256, or not there', holds: (alg) => alg === undefined || alg === 'RS256' },
  { field: 'use', must: 'be sig, or not there', holds: (use) => use === undefined || use === 'sig' },
  { field: 'd', must: `make a private RSA key of at least ${RSA_BITS} bits with the others`, holds: canSign },
];

export function newKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(9).toString('base64url'),
    alg: 'RS256',
    use: 'sig',
  };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}

/** What is wrong with what keys.json holds, one line each; of a key no more than its place. */
export const faultsInKeys = (kept: unknown): string[] => [
  ...faultsIn('keys.json', kept, KEYS),
  ...keysIn(isRecord(kept) && kept.jwks).flatMap((key, at) => faultsIn(`keys.json, key ${at + 1}`, key, KEY)),
];

const keysIn = (set: unknown): unknown[] => (isRecord(set) && Array.isArray(set.keys) ? set.keys : []);

function isListOfLines(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isLine);
}

function canSign(_d: unknown, key: JsonWebKey): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey({ key, format: 'jwk' });
    return asymmetricKeyType === 'rsa' && asymmetricKeyDetails!.modulusLength! >= RSA_BITS;
  } catch {
    return false; // what it throws tells parts of the key
  }
}
