import { describe, expect, it } from '@jest/globals';
import { fieldErrors, mayPass, problemIn, ProblemError, problemOf, unreachable } from './problem.ts';

const refused = (status: number, code = 'x') => new ProblemError({ status, code, title: 'T' });

describe('a problem', () => {
  it('is read from what a service says', () =>
    expect(problemIn(409, { code: 'price-changed', title: 'T', detail: 'D', traceId: 'abc' }, null)).toEqual({
      ...{ code: 'price-changed', status: 409, title: 'T', detail: 'D', traceId: 'abc' },
    }));

  it('is made of an answer that is none', () =>
    expect(problemIn(502, '<html>', '7')).toEqual({
      ...{ code: 'unreadable-answer', status: 502, title: 'HTTP 502', retryAfter: 7 },
    }));

  it('is made of any error', () => expect(problemOf(new TypeError('oh'))).toMatchObject({ code: 'unexpected' }));
});

it('asks again by itself only where that may help', () => {
  expect([unreachable('x'), refused(429), refused(502), refused(503), refused(504)].every(mayPass)).toBe(true);
  expect([refused(400), refused(401), refused(403), refused(404), refused(409), refused(500)].some(mayPass)).toBe(
    false,
  );
});

it('finds the fields of a form, and which rule each of them breaks', () => {
  const errors = [
    { pointer: '/address/city', code: 'empty', message: 'must not be empty' },
    { parameter: 'limit', code: 'too-large', message: 'must be at most 100' },
  ];
  expect(fieldErrors(new ProblemError({ code: 'validation-failed', status: 400, title: 'T', errors }))).toEqual({
    'address.city': 'empty',
    limit: 'too-large',
  });
});
