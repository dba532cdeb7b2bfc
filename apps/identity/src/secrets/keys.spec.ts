import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { faultsInKeys, newKeys } from './keys.process.ts';

const good = newKeys();
const [key] = good.jwks.keys;
const of = (...keys: unknown[]) => ({ ...good, jwks: { keys } });
const NO_KEY = 'd must make a private RSA key of at least 2048 bits with the others';

it('nothing is wrong with keys as they are made', () => expect(faultsInKeys(good)).toEqual([]));

it.each([
  ['nothing', null, 'keys.json must be an object'],
  ['no keys', of(), 'keys.json: jwks must be a JWK Set with at least one key'],
  ['a list of keys', { ...good, jwks: [key] }, 'keys.json: jwks must be a JWK Set with at least one key'],
  ['nothing to sign cookies with', { ...good, cookieKeys: [] }, 'keys.json: cookieKeys must be a list of at'],
  ['an empty secret', { ...good, cookieKeys: [''] }, 'keys.json: cookieKeys must be a list of at'],
  ['a key for other signatures', of({ ...key, alg: 'PS256' }), 'keys.json, key 1: alg must be RS256'],
  ['a key that only encrypts', of({ ...key, use: 'enc' }), 'keys.json, key 1: use must be sig'],
  ['no object for a second key', of(key, 'a key'), 'keys.json, key 2 must be an object'],
])('refuses %s', (_, kept, fault) => expect(faultsInKeys(kept)).toEqual([expect.stringContaining(fault)]));

describe('a key that cannot sign', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ format: 'jwk' });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  it.each([
    ['a public one', { ...key, d: undefined }],
    ['a weak one', weak],
    ['one of another kind', curve],
    ['what is no key', {}],
  ])('is refused: %s', (_, wrong) => expect(faultsInKeys(of(wrong))).toEqual([`keys.json, key 1: ${NO_KEY}`]));
});
