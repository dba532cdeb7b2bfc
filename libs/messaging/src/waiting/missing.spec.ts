import { describe, expect, it } from '@jest/globals';
import { Missing, missingIn } from './missing.ts';

describe('what is missing', () => {
  const missing = new Missing('customer', 'c/1');

  it('is found in an error, and in one that wraps it', () => {
    expect(missingIn(missing)).toBe(missing);
    expect(missingIn(new Error('while placing', { cause: missing }))).toBe(missing);
    expect(missingIn(new Error('else'))).toBeUndefined();
    expect(missingIn(undefined)).toBeUndefined();
  });

  it('is named in a way that Postgres keeps', () => {
    expect(missing.waitsFor).toBe('customer/c/1');
    expect(new Missing('customer', 'a\0\ud800').waitsFor).toBe('customer/a\\0\ufffd');
  });

  it('does not follow a cause that is itself', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(missingIn(error)).toBeUndefined();
  });
});
