import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { problemOf, refusalOf } from './problem.ts';
import { Refusal } from './refusal.ts';

const codeOf = (error: unknown) => refusalOf(error).code;

describe('what a thrown thing means', () => {
  it.each([
    [new Refusal('customer-not-found'), 'customer-not-found'],
    [new BadRequestException('x', { cause: new Refusal('malformed-json') }), 'malformed-json'],
    [new NotFoundException(), 'route-not-found'],
    [new PayloadTooLargeException(), 'body-too-large'],
    [new BadRequestException(), 'malformed-request'],
    [{ statusCode: 415 }, 'unsupported-media-type'],
    [{ statusCode: 418 }, 'malformed-request'],
    [Object.assign(new Error('away'), { code: 'ECONNREFUSED' }), 'database-unavailable'],
    [Object.assign(new Error('shutdown'), { code: '57P01' }), 'database-unavailable'],
    [Object.assign(new Error('read-only'), { code: '25006' }), 'database-unavailable'],
    [Object.assign(new Error('x'), { name: 'SchemaIdUnknown' }), 'service-starting'],
    [new TypeError('x is not a function'), 'internal-error'],
    [Object.assign(new Error('syntax'), { code: '42601' }), 'internal-error'],
    ['a string', 'internal-error'],
    [undefined, 'internal-error'],
  ])('%p is %s', (error, code) => expect(codeOf(error)).toBe(code));
});

describe('a problem', () => {
  it('has type, title, status, code, instance, trace and what is wrong', () =>
    expect(
      problemOf(
        new Refusal('validation-failed', {
          errors: [{ pointer: '/name', code: 'empty', message: 'must not be empty' }],
        }),
        '/customers',
        'abc',
      ),
    ).toEqual({
      type: '/problems/validation-failed',
      title: 'The request breaks a rule stated in the API documentation',
      status: 400,
      instance: '/customers',
      code: 'validation-failed',
      traceId: 'abc',
      errors: [{ pointer: '/name', code: 'empty', message: 'must not be empty' }],
    }));

  it('of ours says nothing about our inside', () =>
    expect(JSON.stringify(problemOf(refusalOf(new Error('password=secret')), '/', 'abc'))).not.toContain('secret'));
});
