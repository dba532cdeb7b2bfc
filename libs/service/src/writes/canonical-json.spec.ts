import { expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';

it('is the same text for the same value, however it was written', () =>
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] })));

it('differs for another value', () => expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] })));

it('knows a missing body', () => expect(canonicalJson(undefined)).toBe(''));
