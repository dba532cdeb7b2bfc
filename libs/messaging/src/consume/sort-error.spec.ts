import { describe, expect, it } from '@jest/globals';
import { RegistryUnavailable, SchemaIdUnknown, SchemaNotRegistered, Undecodable } from '@offset-zero/contracts';
import { sortError, textOf } from './sort-error.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('sorting of errors', () => {
  it.each([
    ['at-once', withCode('40P01')],
    ['at-once', withCode('40001')],
    ['transient', withCode('57P01')],
    ['transient', withCode('ECONNREFUSED')],
    ['transient', withCode('55P03')],
    ['transient', new RegistryUnavailable('no answer')],
    ['transient', new SchemaIdUnknown('order-value')],
    ['transient', new SchemaNotRegistered('order-value')],
    ['permanent', withCode('23505')],
    ['permanent', new Undecodable('not-avro-framed', 'x')],
    ['permanent', new TypeError('x is not a function')],
    ['permanent', 'a thrown text'],
    ['permanent', undefined],
  ])('%s: %s', (sort, error) => expect(sortError(error)).toBe(sort));

  it('looks into what an error wraps', () => {
    expect(sortError(new Error('while saving', { cause: withCode('08006') }))).toBe('transient');
    expect(sortError(Object.assign(new Error('QueryFailed'), { driverError: withCode('40P01') }))).toBe('at-once');
  });

  it('does not follow a cause that is itself', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(sortError(error)).toBe('permanent');
  });
});

describe('the text of an error', () => {
  it('is one that Postgres takes', () => {
    expect(textOf(new TypeError('a\0b\ud800'))).toBe('TypeError: a\\0b\ufffd');
    expect(textOf('just text')).toBe('just text');
    expect(textOf(new Error('x'.repeat(9_999))).length).toBe(2_000);
  });
});
